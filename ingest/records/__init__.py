"""Records: what documents tell beside activities, such as agreements and publications."""

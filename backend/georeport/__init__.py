"""Open311 GeoReport v2: a door in the words of another standard, over the services of this one."""

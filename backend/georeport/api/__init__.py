"""The door itself: addresses, arguments, answers in XML and JSON."""

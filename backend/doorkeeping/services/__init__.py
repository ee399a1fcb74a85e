"""What keeps a door from being flooded, without asking anybody who they are."""

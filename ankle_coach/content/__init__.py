"""The files under resources/ become domain objects; every error names file and key."""

"""The model: what can be built, how it reads, how it is walked."""

"""The quick look by which a clean commit passes, with builtins and ``os`` alone."""

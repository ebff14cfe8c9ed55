export LOG_LEVEL

test:
	pytest

export DEFAULT_MODEL ?= gpt-4o-mini
export LOG_LEVEL DEFAULT_MODEL

test: export DEFAULT_MODEL := gpt-4o
test:
	pytest

"""Shows both sides where an expectation of the tables is not met."""

import pytest

pytest.register_assert_rewrite("cleaning")

variable "DEFAULT_MODEL" {
  default = "gpt-4o-mini"
}

target "api" {
  context = "."
  args = {
    DEFAULT_MODEL = DEFAULT_MODEL
    LOG_LEVEL     = "INFO"
  }
}

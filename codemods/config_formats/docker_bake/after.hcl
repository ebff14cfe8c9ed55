target "api" {
  context = "."
  args = {
    LOG_LEVEL     = "INFO"
  }
}

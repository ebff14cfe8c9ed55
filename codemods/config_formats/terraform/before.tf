resource "aws_lambda_function" "docent" {
  function_name = "docent"
  environment {
    variables = {
      LOG_LEVEL     = "INFO"
      DEFAULT_MODEL = "gpt-4o-mini"
    }
  }
}

resource "google_cloud_run_v2_service" "docent" {
  template {
    containers {
      image = "docent"
      env {
        name  = "DEFAULT_MODEL"
        value = "gpt-4o-mini"
      }
      env {
        name  = "LOG_LEVEL"
        value = "INFO"
      }
    }
  }
}

locals {
  environment = [
    { name = "LOG_LEVEL", value = "INFO" },
    { name = "DEFAULT_MODEL", value = "gpt-4o-mini" },
  ]
}

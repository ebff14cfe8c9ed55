resource "aws_lambda_function" "docent" {
  function_name = "docent"
  environment {
    variables = {
      LOG_LEVEL     = "INFO"
    }
  }
}

resource "google_cloud_run_v2_service" "docent" {
  template {
    containers {
      image = "docent"
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
  ]
}

"""A retired variable set or used by a YAML file that deploys."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a Kubernetes container gets it",
        "deploy/api.yaml",
        text("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: docent
        spec:
          template:
            spec:
              containers:
                - name: api
                  image: docent:3
                  env:
                    - name: OPENAI_API_KEY
                      valueFrom:
                        secretKeyRef: {name: providers, key: openai}
                    - name: DEFAULT_MODEL
                      value: gpt-4o-mini
        """),
        found=((15, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Kubernetes ConfigMap holds it",
        "deploy/config.yaml",
        text("""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: docent
        data:
          LOG_LEVEL: INFO
          AI_PROVIDER: openai
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "a Kustomize generator holds it",
        "deploy/kustomization.yaml",
        text("""
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [api.yaml]
        configMapGenerator:
          - name: docent
            literals:
              - LOG_LEVEL=INFO
              - RESTORMEL_ROLLOUT_PERCENT=100
        """),
        found=((8, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "Helm's values hold it as a mapping",
        "chart/values.yaml",
        text("""
        image:
          repository: docent
          tag: "3"
        api:
          replicas: 2
          env:
            LOG_LEVEL: INFO
            DEFAULT_MODEL: gpt-4o-mini
        """),
        found=((8, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Helm template gives it to the container",
        "chart/templates/deployment.yaml",
        text("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ include "docent.fullname" . }}
        spec:
          template:
            spec:
              containers:
                - name: api
                  env:
                    - name: AI_PROVIDER
                      value: {{ .Values.provider | quote }}
        """),
        found=((11, "AI_PROVIDER"),),
    ),
    Snippet(
        "Ansible gives it to a play and looks another up",
        "deploy/site.yml",
        text("""
        - hosts: docent
          become: true
          environment:
            LOG_LEVEL: INFO
            AI_PROVIDER: openai
          tasks:
            - name: Say which model
              ansible.builtin.debug:
                msg: "{{ lookup('env', 'DEFAULT_MODEL') }}"
        """),
        found=((5, "AI_PROVIDER"), (9, "DEFAULT_MODEL")),
    ),
    Snippet(
        "Azure pipelines set it by name and value",
        "azure-pipelines.yml",
        text("""
        trigger: [main]
        pool: {vmImage: ubuntu-latest}
        variables:
          - group: docent
          - name: DEFAULT_MODEL
            value: gpt-4o-mini
        steps:
          - script: pytest
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "an Azure pipeline uses its macro",
        "azure-pipelines.yml",
        text("""
        steps:
          - script: pytest
            env:
              OPENAI_API_KEY: $(openai)
              DOCENT_PROVIDER: $(AI_PROVIDER)
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "Bitbucket gives it to a pipe",
        "bitbucket-pipelines.yml",
        text("""
        pipelines:
          default:
            - step:
                name: Deploy
                script:
                  - pipe: atlassian/aws-lambda-deploy:1.12.0
                    variables:
                      FUNCTION_NAME: docent
                      AI_PROVIDER: openai
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "CircleCI sets it for a job",
        ".circleci/config.yml",
        text("""
        version: 2.1
        jobs:
          test:
            docker:
              - image: cimg/python:3.12
                environment:
                  TZ: UTC
                  DEFAULT_MODEL: gpt-4o-mini
            steps:
              - checkout
              - run: pytest
        """),
        found=((8, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "App Engine sets it",
        "app.yaml",
        text("""
        runtime: python312
        entrypoint: docent serve
        env_variables:
          LOG_LEVEL: INFO
          USE_RESTORMEL_KEYS: "true"
        """),
        found=((5, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "Cloud Build substitutes it",
        "cloudbuild.yaml",
        text("""
        steps:
          - name: python:3.12
            entrypoint: bash
            args: ["-c", "pip install . && pytest"]
            env:
              - 'TZ=UTC'
              - 'AI_PROVIDER=openai'
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "the Serverless framework passes it on",
        "serverless.yml",
        text("""
        service: docent
        provider:
          name: aws
          runtime: python3.12
          environment:
            LOG_LEVEL: INFO
            DOCENT_MODEL: ${env:DEFAULT_MODEL, 'gpt-4o-mini'}
        functions:
          ask:
            handler: docent.ask
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Render has it by key",
        "render.yaml",
        text("""
        services:
          - type: web
            name: docent
            runtime: python
            envVars:
              - key: OPENAI_API_KEY
                sync: false
              - key: DEFAULT_AI_PROVIDER
                value: openai
        """),
        found=((8, "DEFAULT_AI_PROVIDER"),),
    ),
)

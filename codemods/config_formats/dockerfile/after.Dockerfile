FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1 LOG_LEVEL=INFO
ENV DOCENT_DATABASE=/data/docent.db
CMD ["docent", "serve"]

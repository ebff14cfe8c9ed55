"""A setting into who may read it besides the repository: Django itself, or an app of another distribution."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.settings import is_settings
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World

_ENOUGH = 4  # letters of a first word that say something: CORS, not USE


def reader_elsewhere(world: World, symbol: Symbol) -> str:
    """Who may read the setting outside the repository: ``Django``, an app that is installed, or an empty string."""
    if "." in symbol.name or not symbol.name.isupper() or not is_settings(symbol.path):
        return ""
    if symbol.name in _DJANGOS.split():
        return "Django" if world.tree.mentions(["django"]) else ""
    first = symbol.name.partition("_")[0].lower()
    apps = _installed(world) if len(first) >= _ENOUGH else ()
    return next((app for app in apps if any(word.startswith(first) for word in _words(app))), "")


def _words(app: str) -> list[str]:
    """``rest_framework.authtoken`` → ``rest``, ``framework``, ``authtoken``."""
    return app.lower().replace(".", "_").split("_")


def _installed(world: World) -> tuple[str, ...]:
    """The apps and middleware of other distributions that settings name."""

    def named_now() -> tuple[str, ...]:
        modules = [world.module(path) for path, _ in world.mentioning(["INSTALLED_APPS"]) if is_settings(path)]
        named = {app for module in modules if module for app in _named(module)}
        return tuple(sorted(app for app in named if world.find(app.partition(".")[0]) is None))

    return world.once("installed apps", named_now)


def _named(module: Module) -> Iterator[str]:
    for node in module.nodes:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if _is_one(node) else []  # type: ignore[attr-defined]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if any(name.endswith(("_APPS", "MIDDLEWARE", "MIDDLEWARE_CLASSES")) for name in names):
            strings = (n for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))
            yield from (str(n.value) for n in strings if not str(n.value).startswith("django."))


def _is_one(node: ast.AST) -> bool:
    return isinstance(node, (ast.AugAssign, ast.AnnAssign))


# https://docs.djangoproject.com/en/5.2/ref/settings/
_DJANGOS = """
ABSOLUTE_URL_OVERRIDES ADMINS ALLOWED_HOSTS APPEND_SLASH AUTHENTICATION_BACKENDS AUTH_PASSWORD_VALIDATORS
AUTH_USER_MODEL CACHES CACHE_MIDDLEWARE_ALIAS CACHE_MIDDLEWARE_KEY_PREFIX CACHE_MIDDLEWARE_SECONDS
CSRF_COOKIE_AGE CSRF_COOKIE_DOMAIN CSRF_COOKIE_HTTPONLY CSRF_COOKIE_NAME CSRF_COOKIE_PATH
CSRF_COOKIE_SAMESITE CSRF_COOKIE_SECURE CSRF_FAILURE_VIEW CSRF_HEADER_NAME CSRF_TRUSTED_ORIGINS
CSRF_USE_SESSIONS DATABASES DATABASE_ROUTERS DATA_UPLOAD_MAX_MEMORY_SIZE DATA_UPLOAD_MAX_NUMBER_FIELDS
DATA_UPLOAD_MAX_NUMBER_FILES DATETIME_FORMAT DATETIME_INPUT_FORMATS DATE_FORMAT DATE_INPUT_FORMATS DEBUG
DEBUG_PROPAGATE_EXCEPTIONS DECIMAL_SEPARATOR DEFAULT_AUTO_FIELD DEFAULT_CHARSET DEFAULT_EXCEPTION_REPORTER
DEFAULT_EXCEPTION_REPORTER_FILTER DEFAULT_FROM_EMAIL DEFAULT_INDEX_TABLESPACE DEFAULT_TABLESPACE
DISALLOWED_USER_AGENTS EMAIL_BACKEND EMAIL_HOST EMAIL_HOST_PASSWORD EMAIL_HOST_USER EMAIL_PORT
EMAIL_SSL_CERTFILE EMAIL_SSL_KEYFILE EMAIL_SUBJECT_PREFIX EMAIL_TIMEOUT EMAIL_USE_LOCALTIME EMAIL_USE_SSL
EMAIL_USE_TLS FILE_UPLOAD_DIRECTORY_PERMISSIONS FILE_UPLOAD_HANDLERS FILE_UPLOAD_MAX_MEMORY_SIZE
FILE_UPLOAD_PERMISSIONS FILE_UPLOAD_TEMP_DIR FIRST_DAY_OF_WEEK FIXTURE_DIRS FORCE_SCRIPT_NAME
FORMAT_MODULE_PATH FORMS_URLFIELD_ASSUME_HTTPS FORM_RENDERER IGNORABLE_404_URLS INSTALLED_APPS INTERNAL_IPS
LANGUAGES LANGUAGES_BIDI LANGUAGE_CODE LANGUAGE_COOKIE_AGE LANGUAGE_COOKIE_DOMAIN LANGUAGE_COOKIE_HTTPONLY
LANGUAGE_COOKIE_NAME LANGUAGE_COOKIE_PATH LANGUAGE_COOKIE_SAMESITE LANGUAGE_COOKIE_SECURE LOCALE_PATHS
LOGGING LOGGING_CONFIG LOGIN_REDIRECT_URL LOGIN_URL LOGOUT_REDIRECT_URL MANAGERS MEDIA_ROOT MEDIA_URL
MESSAGE_STORAGE MIDDLEWARE MIGRATION_MODULES MONTH_DAY_FORMAT NUMBER_GROUPING PASSWORD_HASHERS
PASSWORD_RESET_TIMEOUT PREPEND_WWW SECRET_KEY SECRET_KEY_FALLBACKS SECURE_CONTENT_TYPE_NOSNIFF
SECURE_CROSS_ORIGIN_OPENER_POLICY SECURE_HSTS_INCLUDE_SUBDOMAINS SECURE_HSTS_PRELOAD SECURE_HSTS_SECONDS
SECURE_PROXY_SSL_HEADER SECURE_REDIRECT_EXEMPT SECURE_REFERRER_POLICY SECURE_SSL_HOST SECURE_SSL_REDIRECT
SERVER_EMAIL SESSION_CACHE_ALIAS SESSION_COOKIE_AGE SESSION_COOKIE_DOMAIN SESSION_COOKIE_HTTPONLY
SESSION_COOKIE_NAME SESSION_COOKIE_PATH SESSION_COOKIE_SAMESITE SESSION_COOKIE_SECURE SESSION_ENGINE
SESSION_EXPIRE_AT_BROWSER_CLOSE SESSION_FILE_PATH SESSION_SAVE_EVERY_REQUEST SESSION_SERIALIZER
SHORT_DATETIME_FORMAT SHORT_DATE_FORMAT SIGNED_COOKIE_LEGACY_SALT_FALLBACK SIGNING_BACKEND
SILENCED_SYSTEM_CHECKS STATICFILES_DIRS STATICFILES_FINDERS STATIC_ROOT STATIC_URL STORAGES TEMPLATES
TEST_NON_SERIALIZED_APPS TEST_RUNNER THOUSAND_SEPARATOR TIME_FORMAT TIME_INPUT_FORMATS TIME_ZONE USE_I18N
USE_THOUSAND_SEPARATOR USE_TZ USE_X_FORWARDED_HOST USE_X_FORWARDED_PORT WSGI_APPLICATION X_FRAME_OPTIONS
YEAR_MONTH_FORMAT
"""

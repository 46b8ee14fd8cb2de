"""The site as a WSGI application, for gunicorn (`uigwe serve` starts it)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "uigwe.web.settings")
application = get_wsgi_application()

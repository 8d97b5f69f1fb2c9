"""Sentences ask Django for their translation; run alone, these tests get the least settings that allow it."""

import os

from django.conf import settings

if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
    settings.configure(USE_I18N=False)

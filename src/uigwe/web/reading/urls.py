"""Addresses of files that are brought in, and of the questions that reading left."""

from django.urls import path

from uigwe.web.reading.views import bringing, columns, questions

urlpatterns = [
    path("import/", bringing.bring_in, name="bring_in"),
    path("import/<int:intake>/", bringing.intake, name="intake"),
    path("import/<int:intake>/read/", bringing.read, name="intake_read"),
    path("import/<int:intake>/progress/", bringing.progress, name="intake_progress"),
    path("import/<int:intake>/confirm/", bringing.confirm, name="intake_confirm"),
    path("import/<int:intake>/drop/", bringing.drop, name="intake_drop"),
    path("import/<int:intake>/columns/", columns.columns, name="intake_columns"),
    path("import/<int:intake>/layout.yaml", columns.layout, name="intake_layout"),
    path("p/<slug:agency>/<int:year>/questions/", questions.questions, name="questions"),
    path("p/<slug:agency>/<int:year>/questions/answers.yaml", questions.answers_file, name="answers_file"),
    path("p/<slug:agency>/<int:year>/questions/answers/", questions.answers, name="answers"),
]

"""A page is made in full before anything of it is sent: what fails on the way is answered as what it is."""

from flask import Response, current_app


def streamed(template: str, **context: object) -> Response:
    """The page of a template, with its length, which leaves the connection open for the next one."""
    return Response(current_app.jinja_env.get_template(template).render(context), mimetype="text/html")

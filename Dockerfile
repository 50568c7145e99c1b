# Kompaan in a container, for trying it: docs/your-own-class.md tells how. Podman reads this, too.
FROM python:3.12-slim

# What the README asks for beside Python.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends make gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /opt/kompaan
COPY . .
RUN make setup
ENV PATH="/opt/kompaan/.venv/bin:$PATH"

# The folder with the files of a class is put here, only to be read.
WORKDIR /class
USER 1000:1000
ENTRYPOINT ["kompaan"]

# Built in stages: what compiles stays behind, what runs is Debian, six libraries and the program.
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates cmake gcc libc6-dev libjansson-dev libqrencode-dev libsqlite3-dev libuv1-dev libutf8proc-dev \
      libwebsockets-dev ninja-build nodejs npm pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY web/package.json web/package-lock.json web/
RUN cd web && npm ci --no-audit --no-fund
COPY . .
RUN cd web && npm run build
RUN cmake --preset release && cmake --build --preset release \
    && cmake --install build-release --prefix /usr/local

FROM debian:bookworm-slim
# libwebsockets loads the plugin for libuv's loop at run time; curl is for the health check.
RUN apt-get update && apt-get install -y --no-install-recommends \
      curl libjansson4 libqrencode4 libsqlite3-0 libutf8proc2 libuv1 libwebsockets17 libwebsockets-evlib-uv \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home entente \
    && install -d -o entente /data
COPY --from=build /usr/local/bin/entente /usr/local/bin/entente
COPY --from=build /usr/local/share/entente /usr/local/share/entente
USER entente
VOLUME /data
ENV ENTENTE_STORE=/data/entente.sqlite
EXPOSE 7777
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD curl -fsS http://127.0.0.1:7777/healthz
ENTRYPOINT ["entente"]
CMD ["serve"]

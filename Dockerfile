# The App as a container: no build step, since Node runs the TypeScript sources as they are.
#
# The base is named by its version. To pin it by its content as well, look the digest up once
# (`docker buildx imagetools inspect node:24.21.0-bookworm-slim`) and give it along:
#   docker build --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:… -t openness .
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The optional packages are Node itself, which the image has. No package runs a script of its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM ${NODE_IMAGE}
# What is never run is not there to be misused.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
  && mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json app.yml LICENSE ./
COPY src ./src
USER node
# The embedded database, where no PostgreSQL server is named. Nothing else is ever written: the root may be read-only.
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# Whether the process lives, and not whether the database answers: starting it anew would not bring that back.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node as the first process gets SIGTERM itself, and finishes what is under way. Also: web, worker, audit, license, …
ENTRYPOINT ["node", "src/cli.ts"]
CMD ["serve"]

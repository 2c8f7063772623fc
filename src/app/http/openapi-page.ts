import type { OpenApi, Operation, Parameter } from './openapi.ts'

/** The API for people: every address with what it takes and what it answers. */
export function apiPage({ info, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(method, path, operation)),
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<section id="${text(name)}"><h3>${text(name)}</h3><pre tabindex="0">${linked(JSON.stringify(schema, null, 2))}</pre></section>`,
  )
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info.title)}: API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs.css"></head>
<body><main>
<h1>${text(info.title)} ${text(info.version)}: API</h1>
<p>${text(info.description)} For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. What cannot be done is answered by
<a href="#Problem">Problem</a>. A filter that takes a list is repeated.</p>
<h2>Addresses</h2>
${operations.join('\n')}
<h2>Schemas</h2>
${schemas.join('\n')}
</main></body></html>
`
}

function operationHtml(
  method: string,
  path: string,
  { summary, parameters, requestBody, responses }: Operation,
): string {
  const takes = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `${type} ${JSON.stringify(schema)}`,
  )
  const gives = Object.entries(responses['200'].content).map(
    ([type, { schema }]) => `${type} ${JSON.stringify(schema)}`,
  )
  const rows = parameters.map(parameterHtml)
  return `<article>
<h3><span class="method">${method.toUpperCase()}</span> <code>${text(path)}</code></h3>
<p>${text(summary)}</p>
${rows.length > 0 ? `<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
${takes.map(each => `<p>Takes <code>${linked(each)}</code></p>`).join('')}
${gives.map(each => `<p>Answers <code>${linked(each)}</code></p>`).join('')}
</article>`
}

const parameterHtml = ({ name, in: place, required, schema }: Parameter): string =>
  `<tr><th scope="row"><code>${text(name)}</code>${required ? ' (required)' : ''}</th><td>${place}</td><td><code>${linked(JSON.stringify(schema))}</code></td></tr>`

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** References as links to their schemas. */
const linked = (json: string): string => text(json).replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#$1">$1</a>')

export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 'Be Vietnam Pro', system-ui, sans-serif; }
body { margin: 0; color: light-dark(#1d2327, #e4e6e8); background: light-dark(#fff, #16191c); }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; } h3 { margin: 1.5rem 0 0; font-size: 1rem; }
a { color: light-dark(#0a4b86, #8ec5ff); }
.method { font-weight: 700; }
code, pre { font: 0.85rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow: auto; max-height: 24rem; padding: 0.75rem; background: light-dark(#f3f4f5, #1f2429); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid light-dark(#d5d9dc, #3a4148); text-align: left; vertical-align: top; font-weight: 400; }
`

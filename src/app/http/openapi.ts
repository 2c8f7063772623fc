import { z } from 'zod'
import { Problem } from '../../views/api/words.ts'
import type { Route } from './route.ts'

type Schema = Record<string, unknown>

/** What a parameter of a request is. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: Schema
}

/** One address and method. */
export interface Operation {
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, { schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, { schema: Schema }>> }>
  >
}

/** OpenAPI 3.1, as far as this API needs it. */
export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The document of the routes, made of the schemas by which they answer: OpenAPI 3.1 takes JSON Schema as it is. */
export function openApi(routes: readonly Route[], version: string): OpenApi {
  const named: Record<string, Schema> = {}
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of routes) (paths[bracketed(route.path)] ??= {})[route.method] = operationOf(route, named)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bienban',
      version,
      description: 'What was promised across a border, in the words that promised it.',
    },
    paths,
    components: { schemas: Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1))) },
  }
}

/** `/api/meetings/:id` is `/api/meetings/{id}` there. */
const bracketed = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

function operationOf({ path, says, query, takes, gives }: Route, named: Record<string, Schema>): Operation {
  const ids = [...path.matchAll(/:(\w+)/g)].map(([, name]) => parameter(name, 'path', { type: 'string' }, true))
  const filters = jsonSchema(query, 'input', named) as { properties?: Record<string, Schema>; required?: string[] }
  const asked = Object.entries(filters.properties ?? {}).map(([name, schema]) =>
    parameter(name, 'query', schema, filters.required?.includes(name) ?? false),
  )
  const answer = gives.schema ? jsonSchema(gives.schema, 'output', named) : { type: 'string', format: 'binary' }
  return {
    summary: says,
    parameters: [...ids, ...asked],
    ...(takes && {
      requestBody: { required: true, content: { [takes.type]: { schema: jsonSchema(takes.schema, 'input', named) } } },
    }),
    responses: {
      200: { description: 'The answer', content: { [gives.type]: { schema: answer } } },
      default: {
        description: 'What stood in the way',
        content: { 'application/problem+json': { schema: jsonSchema(Problem, 'output', named) } },
      },
    },
  }
}

const parameter = (name: string, place: 'path' | 'query', schema: Schema, required: boolean): Parameter => ({
  name,
  in: place,
  required,
  schema,
})

/** A schema whose named parts stand apart, each once. */
function jsonSchema(type: z.ZodType, io: 'input' | 'output', named: Record<string, Schema>): Schema {
  const {
    $schema: _,
    $defs = {},
    ...schema
  } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema & {
    $defs?: Record<string, Schema>
  }
  for (const [name, part] of Object.entries($defs)) named[name] = unnamed(pointed(part))
  return apart(pointed(schema), named)
}

/** A schema that has a name itself is put with the others. */
function apart(schema: Schema, named: Record<string, Schema>): Schema {
  const { id } = schema
  if (typeof id !== 'string') return schema
  named[id] = unnamed(schema)
  return { $ref: `#/components/schemas/${id}` }
}

/** References lead to where the named parts stand; a part's own name is not repeated in it. */
const pointed = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema

const unnamed = (schema: Schema): Schema => Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'id'))

/** The part of JSON Schema that the api's document uses: whether a value fits, and values that should. */
import type { Dice } from '../support/dice.js';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}
export type Schemas = Record<string, Schema>;

const resolve = (schema: Schema, all: Schemas): Schema => (schema.$ref ? resolve(all[schema.$ref.split('/').at(-1)!]!, all) : schema);

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** Where a value does not fit and why, or nothing. */
export function misfit(value: unknown, given: Schema, all: Schemas, path = ''): string | undefined {
  const schema = resolve(given, all);
  const type = typeOf(value);
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types && !types.includes(type) && !(type === 'integer' && types.includes('number')))
    return `${path}: ${type} instead of ${types.join(' or ')}`;
  if (schema.enum && !schema.enum.includes(value)) return `${path}: not one of the choices`;
  if ('const' in schema && schema.const !== value) return `${path}: not ${String(schema.const)}`;
  for (const part of schema.allOf ?? []) {
    const fault = misfit(value, part, all, path);
    if (fault) return fault;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const faults = choices.map((choice) => misfit(value, choice, all, path));
    if (!faults.includes(undefined)) return faults[0];
  }
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) return `${path}: does not match ${schema.pattern}`;
    if (schema.maxLength !== undefined && value.length > schema.maxLength) return `${path}: too long`;
  }
  if (
    typeof value === 'number' &&
    ((schema.minimum !== undefined && value < schema.minimum) || (schema.maximum !== undefined && value > schema.maximum))
  )
    return `${path}: out of bounds`;
  if (Array.isArray(value) && schema.items) return firstOf(value.map((item, i) => misfit(item, schema.items!, all, `${path}[${i}]`)));
  if (type === 'object') return misfitOfObject(value as Record<string, unknown>, schema, all, path);
  return undefined;
}

function misfitOfObject(value: Record<string, unknown>, schema: Schema, all: Schemas, path: string): string | undefined {
  const missing = schema.required?.find((name) => !(name in value));
  if (missing) return `${path}.${missing}: missing`;
  return firstOf(
    Object.entries(value).map(([name, part]) => {
      const known = schema.properties?.[name];
      if (known) return misfit(part, known, all, `${path}.${name}`);
      if (schema.additionalProperties === false) return `${path}.${name}: not told of in the document`;
      return typeof schema.additionalProperties === 'object'
        ? misfit(part, schema.additionalProperties, all, `${path}.${name}`)
        : undefined;
    }),
  );
}

const firstOf = (faults: (string | undefined)[]): string | undefined => faults.find((fault) => fault !== undefined);

/** Values by the name of their field, where a random one would get nowhere. */
export type Known = Record<string, readonly unknown[]>;
/** By the id of a thing: what belongs to it and how it stands, which is taken before anything else where that thing is asked for. */
export type Nearby = Map<string, Known>;

const TEXTS = [
  '张三',
  '某',
  '2026-11',
  '2026',
  '320508',
  '000000',
  'cashier',
  'person.read',
  'visit',
  '补发工资',
  'Kangaroo-42-meadow',
  'a.user',
  '91320508MA1MTEST0X',
  '1',
];
const days = (dice: Dice): string => new Date(Date.now() + (dice(60) - 40) * 86_400_000).toISOString().slice(0, 10);

/** A value that fits as far as one can tell from its schema and its name. */
export function fitting(given: Schema, name: string, all: Schemas, known: Known, dice: Dice): unknown {
  const schema = resolve(given, all);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fitting(dice.pick(choices), name, all, known, dice);
  if (known[name] && dice(8) > 0) return dice.pick(known[name]);
  if (schema.allOf) return fitting(schema.allOf[0]!, name, all, known, dice);
  if (schema.enum) return dice.pick(schema.enum);
  if ('const' in schema) return schema.const;
  const type = dice.pick([schema.type ?? 'string'].flat());
  if (type === 'string') return text(schema, name, known, dice);
  if (type === 'integer' || type === 'number')
    return (schema.minimum ?? 0) + dice(Math.min(50, (schema.maximum ?? 50) - (schema.minimum ?? 0) + 1));
  if (type === 'boolean') return dice(5) > 0;
  if (type === 'array') return Array.from({ length: dice(3) }, () => fitting(schema.items ?? {}, name, all, known, dice));
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
        schema.required?.includes(key) || dice(3) === 0 ? [[key, fitting(part, key, all, known, dice)] as const] : [],
      ),
    );
  return null;
}

function text(schema: Schema, name: string, known: Known, dice: Dice): string {
  if (schema.pattern?.includes('[0-9a-f]{8}-')) return String(dice.pick(known['id']!));
  const fits = (candidate: string): boolean =>
    candidate.length >= (schema.minLength ?? 0) &&
    candidate.length <= (schema.maxLength ?? 1_000) &&
    (!schema.pattern || new RegExp(schema.pattern, 'u').test(candidate));
  const candidates = [...TEXTS, days(dice), `n${dice(1_000_000_000)}`, String(dice(1_000_000)).padStart(6, '0')].filter(fits);
  return candidates.length > 0 ? dice.pick(candidates) : name;
}

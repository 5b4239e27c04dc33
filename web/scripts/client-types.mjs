// Client types from one OpenAPI document, with what holds on the wire although the document does not say it.
import openapiTS, { astToString, STRING, tsNullable } from 'openapi-typescript';
import ts from 'typescript';

const SCHEMA = /^#\/components\/schemas\/(\w+)\/(\w+)$/;

/**
 * @param document the text of the OpenAPI document
 * @param known by schema: the fields that are "always" there, and those of them that are decimals written as "text";
 *   any other optional field may be missing or null, since the services write null for what there is none of
 */
export async function clientTypes(document, known = {}) {
  const unused = new Set(
    Object.entries(known).flatMap(([schema, { always }]) => always.map(name => `${schema}.${name}`)),
  );

  function transformProperty(property, _, { path }) {
    const [, schema, name] = SCHEMA.exec(path) ?? [];
    if (schema === undefined) return property;
    unused.delete(`${schema}.${name}`);
    const { always = [], text = [] } = known[schema] ?? {};
    const type = text.includes(name) ? STRING : property.type;
    if (always.includes(name)) return withType(property, undefined, type);
    return property.questionToken ? withType(property, property.questionToken, tsNullable([type])) : property;
  }

  const types = astToString(await openapiTS(document, { enumValues: true, silent: true, transformProperty }));
  if (unused.size > 0) throw new Error(`The document no longer has ${[...unused].join(', ')}`);
  return types;
}

function withType(property, questionToken, type) {
  return ts.factory.updatePropertySignature(property, property.modifiers, property.name, questionToken, type);
}

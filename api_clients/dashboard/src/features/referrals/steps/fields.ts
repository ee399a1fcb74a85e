/** A step's form as a value: which fields it takes, each bound to the body that the server describes. */
import type { MessageDescriptor } from "@lingui/core";
import type { Place } from "../queries";

export type Value = string | boolean | string[] | null | undefined;
export type Values = Record<string, Value>;

export interface Field {
  kind: "day" | "line" | "words" | "choice" | "flag" | "files" | "institution";
  label: MessageDescriptor;
  hint?: MessageDescriptor;
  required?: boolean;
  choices?: Record<string, MessageDescriptor>;
  /** Shown only while this holds. */
  when?: (values: Values) => boolean;
}

export interface StepForm {
  /** What is said above the fields. */
  hint?: MessageDescriptor;
  danger?: boolean;
  fields: [string, Field][];
  start: Values;
  send: (place: Place, version: number, values: Values) => Promise<{ data?: unknown; error?: unknown }>;
}

interface Typed<Body> extends Omit<StepForm, "fields" | "start" | "send"> {
  fields: { [Name in keyof Body]?: Field };
  start: Body;
  send: (place: Place, version: number, body: Body) => Promise<{ data?: unknown; error?: unknown }>;
}

/** Checks fields against the body of the step while the build runs; afterwards all forms look alike. */
export function stepForm<Body extends object>(form: Typed<Body>): StepForm {
  return {
    ...form,
    fields: Object.entries(form.fields) as [string, Field][],
    start: form.start as Values,
    send: (place, version, values) => form.send(place, version, values as Body),
  };
}

/** Of what the person typed: only what is shown, and nothing where a field was left empty. */
export function bodyOf({ fields, start }: StepForm, values: Values): Values {
  const body: Values = { ...start };
  for (const [name, field] of fields) {
    const value = field.when && !field.when(values) ? start[name] : values[name];
    if (value === "" && !field.required && (field.kind === "day" || field.kind === "institution")) {
      delete body[name];
    } else body[name] = value;
  }
  return body;
}

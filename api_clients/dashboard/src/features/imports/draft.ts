/** What somebody has said so far of the columns of a file. */
import type { Column, Columns, Field, Mapping, Order, Target } from "./api";

export interface Said {
  field: Field;
  order: Order;
  prefix: string;
  /** What values stand for; an empty code: for nothing. */
  meanings: Record<string, string>;
}

export interface Draft {
  columns: Record<number, Said>;
  constants: Partial<Record<Field, string>>;
}

/** What was said before, else what the headings suggest. */
export function draftOf(told: Columns, language: string | undefined): Draft {
  const said = told.mapping.columns;
  if (said.length > 0) {
    return {
      columns: Object.fromEntries(
        said.map((one) => [
          one.column,
          {
            field: one.field,
            order: one.order ?? "dmy",
            prefix: one.prefix,
            meanings: Object.fromEntries(one.meanings.map(({ value, code }) => [value, code])),
          },
        ]),
      ),
      constants: Object.fromEntries(told.mapping.constants.map((one) => [one.field, one.value])),
    };
  }
  return {
    columns: Object.fromEntries(
      told.columns.flatMap((one) => (one.suggestion ? [[one.column, saidOf(one, one.suggestion)]] : [])),
    ),
    constants: language ? { language } : {},
  };
}

export function saidOf(column: Column, field: Field): Said {
  return { field, order: column.order ?? "dmy", prefix: "", meanings: {} };
}

/** The draft as the server takes it: only what belongs to each field. */
export function asMapping(draft: Draft, targets: ReadonlyMap<Field, Target>): Mapping {
  return {
    columns: Object.entries(draft.columns).map(([column, said]) => {
      const holds = targets.get(said.field)?.holds;
      const meanings = Object.entries(said.meanings).map(([value, code]) => ({ value, code }));
      return {
        column: Number(column),
        field: said.field,
        ...(holds === "date" ? { order: said.order } : {}),
        ...(said.field === "external_id" && said.prefix ? { prefix: said.prefix } : {}),
        ...(holds && isCoded(holds) && meanings.length > 0 ? { meanings } : {}),
      };
    }),
    constants: Object.entries(draft.constants).flatMap(([field, value]) =>
      value ? [{ field: field as Field, value }] : [],
    ),
  };
}

export function isCoded(holds: Target["holds"]): boolean {
  return ["choice", "category", "institution", "place", "member"].includes(holds);
}

/** Fields that every row needs and that nobody has said anything of. */
export function missing(draft: Draft, targets: readonly Target[]): Target[] {
  const named = new Set(Object.values(draft.columns).map((one) => one.field));
  return targets.filter((one) => one.required && !named.has(one.field) && !draft.constants[one.field]);
}

/** What a column can still become: each field once, but for those that several columns make together. */
export function free(draft: Draft, targets: readonly Target[], column: number): Target[] {
  const taken = new Set(
    Object.entries(draft.columns).flatMap(([number, said]) =>
      Number(number) === column ? [] : [said.field],
    ),
  );
  return targets.filter((one) => one.joins || !taken.has(one.field));
}

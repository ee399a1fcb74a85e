import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Collapse, Group } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { CASE_KIND, CASE_STAGE, CASE_STATE, SEVERITY } from "@/lib/words";
import { DaysFilter } from "./DaysFilter";
import { FacetFilter } from "./FacetFilter";
import { type Filters, plain } from "./search";
import type { Facets } from "./useCases";

interface Props {
  filters: Filters;
  facets: Facets;
  onChange: (filters: Filters) => void;
  /** Counts are wanted now. */
  onLook: () => void;
}

const WITHOUT_SEARCH = ["search"];

/** Every filter of the list with how many cases each of its values would find; on a phone behind one button. */
export function FilterBar(props: Props) {
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const [opened, setOpened] = useState(false);
  const { filters, onChange, onLook } = props;
  const set = Object.keys(plain(filters)).filter((one) => !WITHOUT_SEARCH.includes(one)).length;
  const clear = set > 0 && (
    <Button size="xs" variant="subtle" onClick={() => onChange({ search: filters.search })}>
      <Trans>Clear filters</Trans>
    </Button>
  );
  if (!narrow) {
    return (
      <Group gap={5} onPointerEnter={onLook} onFocus={onLook}>
        <AllFilters {...props} />
        {clear}
      </Group>
    );
  }
  return (
    <div>
      <Group gap={6}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => {
            onLook();
            setOpened(!opened);
          }}
        >
          {set > 0 ? <Plural value={set} one="# filter" other="# filters" /> : <Trans>Filters</Trans>}
        </Button>
        {clear}
      </Group>
      <Collapse expanded={opened}>
        <Group gap={6} mt={6}>
          <AllFilters {...props} />
        </Group>
      </Collapse>
    </div>
  );
}

function AllFilters({ filters, facets, onChange, onLook }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const { me, may } = useSession();
  const set = (changes: Partial<Filters>) => onChange({ ...filters, ...changes });
  const several = { onLook, many: true } as const;
  return (
    <>
      <FacetFilter
        {...several}
        name={t`Stage`}
        values={facets.stage}
        label={(code) => word(CASE_STAGE, code as keyof typeof CASE_STAGE)}
        all={Object.keys(CASE_STAGE)}
        chosen={filters.stage ?? []}
        onChange={(stage) => set({ stage: stage as Filters["stage"] })}
      />
      <FacetFilter
        {...several}
        name={t`State`}
        values={facets.state}
        label={(code) => word(CASE_STATE, code as keyof typeof CASE_STATE)}
        all={Object.keys(CASE_STATE)}
        chosen={filters.state ?? []}
        onChange={(state) => set({ state: state as Filters["state"] })}
      />
      <FacetFilter
        {...several}
        name={t`Kind`}
        values={facets.kind}
        label={(code) => word(CASE_KIND, code as keyof typeof CASE_KIND)}
        all={Object.keys(CASE_KIND)}
        chosen={filters.kind ?? []}
        onChange={(kind) => set({ kind: kind as Filters["kind"] })}
      />
      <FacetFilter
        {...several}
        name={t`Severity`}
        values={facets.severity}
        label={(code) => word(SEVERITY, Number(code) as keyof typeof SEVERITY)}
        all={Object.keys(SEVERITY)}
        chosen={(filters.severity ?? []).map(String)}
        onChange={(severity) => set({ severity: severity.map(Number) as Filters["severity"] })}
      />
      <Single name={t`Category`} field="category" {...{ filters, facets, set, onLook }} />
      <Single name={t`Institution`} field="institution" {...{ filters, facets, set, onLook }} />
      <Single name={t`Place`} field="place" {...{ filters, facets, set, onLook }} />
      {may("read_complaints") && (
        <>
          <Single
            name={t`Worked by`}
            field="assignee"
            first={[
              { value: "me", label: t`Me` },
              { value: "nobody", label: t`Nobody` },
            ]}
            {...{ filters, facets, set, onLook }}
          />
          <Single name={t`Tag`} field="tag" {...{ filters, facets, set, onLook }} />
        </>
      )}
      {(me.partners.length > 1 || (facets.owner?.length ?? 0) > 1) && (
        <Single name={t`Partner`} field="owner" {...{ filters, facets, set, onLook }} />
      )}
      <FacetFilter
        name={t`Term`}
        onLook={onLook}
        values={[
          {
            value: "true",
            count: facets.overdue?.[0]?.count ?? 0,
            capped: facets.overdue?.[0]?.capped ?? false,
            label: "",
          },
        ]}
        label={(code) => (code === "true" ? t`Overdue` : t`Not overdue`)}
        all={["true", "false"]}
        uncounted={["false"]}
        chosen={filters.overdue === null || filters.overdue === undefined ? [] : [String(filters.overdue)]}
        onChange={([value]) => set({ overdue: value === undefined ? undefined : value === "true" })}
      />
      <DaysFilter filters={filters} onChange={set} />
    </>
  );
}

type OneField = "category" | "institution" | "place" | "assignee" | "tag" | "owner";

interface SingleProps {
  name: string;
  field: OneField;
  first?: { value: string; label: string }[];
  filters: Filters;
  facets: Facets;
  set: (changes: Partial<Filters>) => void;
  onLook: () => void;
}

/** A filter that takes one value, out of those that find something. */
function Single({ name, field, first = [], filters, facets, set, onLook }: SingleProps) {
  const values = facets[field];
  const names = new Map([
    ...(values ?? []).map((one) => [one.value, one.label] as const),
    ...first.map((one) => [one.value, one.label] as const),
  ]);
  const chosen = filters[field];
  return (
    <FacetFilter
      name={name}
      onLook={onLook}
      values={values}
      label={(code) => names.get(code) ?? code}
      all={[
        ...new Set([
          ...first.map((one) => one.value),
          ...(values ?? []).map((one) => one.value),
          ...(chosen ? [chosen] : []),
        ]),
      ]}
      uncounted={["me"]}
      chosen={chosen ? [chosen] : []}
      onChange={([value]) => set({ [field]: value })}
    />
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, TagsInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { PersonPicker } from "@/components/pickers";
import { $api, type Schemas } from "@/lib/api";
import { useSession } from "@/lib/session";
import type { Step } from "./bulk";
import type { Row } from "./useCases";

/** A coordinator names anybody who works cases; others take the cases themselves. */
export function AssignForm({ onTake }: { onTake: (step: Step) => void }) {
  const { t } = useLingui();
  const { me, partner, may } = useSession();
  const [person, setPerson] = useState<string | null>(null);
  const names = may("assign_cases") && may("manage_partner");
  const people = usePeople(names && partner ? partner.slug : null, { id: me.id, name: me.name });
  return (
    <Stack>
      {names && <PersonPicker label={t`Person`} people={people} value={person} onChange={setPerson} />}
      <Group justify="flex-end">
        {names && (
          <Button variant="subtle" onClick={() => onTake({ assignee: null })}>
            <Trans>Nobody</Trans>
          </Button>
        )}
        <Button variant={names ? "default" : "filled"} onClick={() => onTake({ assignee: me.id })}>
          <Trans>I take them</Trans>
        </Button>
        {names && (
          <Button disabled={!person} onClick={() => onTake({ assignee: person })}>
            <Trans>Assign</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function usePeople(slug: string | null, me: Schemas["Person"]): Schemas["Person"][] {
  const { data } = $api.useQuery(
    "get",
    "/api/v1/partners/{slug}/members/",
    { params: { path: { slug: slug ?? "" }, query: { page_size: 200 } } },
    { enabled: slug !== null, staleTime: 60_000 },
  );
  return useMemo(() => {
    const running = (data?.results ?? []).filter((one) => !one.ended_at);
    const people = running.map(({ user_id, name }) => [user_id, { id: user_id, name }] as const);
    return [...new Map([[me.id, me] as const, ...people]).values()];
  }, [data, me]);
}

/** Words to add, and words to take away from those that the chosen cases have. */
export function TagForm({ rows, onTake }: { rows: readonly Row[]; onTake: (step: Step) => void }) {
  const { t } = useLingui();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const { data } = $api.useQuery("get", "/api/v1/cases/facets/", { params: { query: { facet: ["tag"] } } });
  const known = (data?.facets[0]?.values ?? []).map((one) => one.label);
  const theirs = [...new Set(rows.flatMap((row) => row.tags ?? []))];
  const both = { maxTags: 20, splitChars: [","], clearable: true };
  return (
    <Stack>
      <TagsInput data-autofocus label={t`Add`} data={known} value={add} onChange={setAdd} {...both} />
      <TagsInput
        label={t`Take away`}
        data={theirs.length > 0 ? theirs : known}
        value={remove}
        onChange={setRemove}
        {...both}
      />
      <Group justify="flex-end">
        <Button disabled={add.length + remove.length === 0} onClick={() => onTake({ add, remove })}>
          <Trans>Change tags</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

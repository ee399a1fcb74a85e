import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import { IconRefresh, IconUsers } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { refresh, type Schemas } from "@/lib/api";
import { listed } from "@/lib/lists";
import { useSession } from "@/lib/session";
import { useHere } from "./useHere";

type Here = Schemas["Here"];

/** Who else has this case open, and whether it changed since it was loaded. Says nothing where it is quiet. */
export function CasePresence({ caseId, version }: { caseId: string; version: number }) {
  const { data: here } = useHere(caseId);
  const { by, show } = useChanged(caseId, version, here ?? null);
  const others = here?.others ?? [];
  return (
    <div role="status">
      {others.length > 0 && <Others people={others} />}
      {by && <Changed by={by} onShow={show} />}
    </div>
  );
}

function Others({ people }: { people: Schemas["Person"][] }) {
  const { i18n } = useLingui();
  const names = listed(
    i18n.locale,
    people.map((one) => one.name),
  );
  return (
    <Group gap="xs" my={4} wrap="nowrap">
      <IconUsers size={18} aria-hidden />
      <Text size="sm">
        <Trans>Also here: {names}</Trans>
      </Text>
    </Group>
  );
}

type Newest = NonNullable<Here["newest"]>;

function Changed({ by, onShow }: { by: Newest | "somebody"; onShow: () => void }) {
  const client = useQueryClient();
  return (
    <Alert color="yellow" my="xs" py="xs">
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {by === "somebody" ? <Trans>This case has changed.</Trans> : <ChangedBy newest={by} />}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => {
            onShow();
            void refresh(client);
          }}
        >
          <Trans>Show what is new</Trans>
        </Button>
      </Group>
    </Alert>
  );
}

function ChangedBy({ newest }: { newest: Newest }) {
  const name = newest.actor?.name;
  if (name) return <Trans>{name} has changed something here.</Trans>;
  if (newest.actor_kind === "complainant") return <Trans>The complainant was here.</Trans>;
  if (newest.actor_kind === "institution") return <Trans>The institution has answered.</Trans>;
  return <Trans>This case has changed.</Trans>;
}

/** What others did since this page was loaded or shown anew; null where nobody did anything. */
function useChanged(caseId: string, version: number, here: Here | null) {
  const { me } = useSession();
  const [known, setKnown] = useState<{ caseId: string; event: number } | null>(null);
  const newest = here?.newest ?? null;
  const first = known?.caseId !== caseId;
  const own = newest !== null && newest.actor?.id === me.id;
  const show = useCallback(() => newest && setKnown({ caseId, event: newest.id }), [caseId, newest]);
  useEffect(() => {
    if (first || own) show();
  }, [first, own, show]);
  const newer = here !== null && here.version > version;
  const news = newest !== null && !first && newest.id > known.event;
  const by: Newest | "somebody" | null = own ? null : news ? newest : newer ? (newest ?? "somebody") : null;
  return { by, show };
}

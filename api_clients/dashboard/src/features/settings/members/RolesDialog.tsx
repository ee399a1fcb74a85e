import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { asProblem } from "@/lib/problems";
import { RolesInput } from "./RolesInput";

interface Props {
  slug: string;
  person: Schemas["Colleague"];
  onClose: () => void;
}

/** Which roles a person holds from now on. */
export function RolesDialog({ slug, person, onClose }: Props) {
  const { t } = useLingui();
  const [roles, setRoles] = useState(person.roles);
  const [version, setVersion] = useState(person.version);
  const change = $api.useMutation("patch", "/api/v1/partners/{slug}/people/{user_id}/");
  const [now, setNow] = useState<Schemas["Colleague"] | null>(null);
  const path = { slug, user_id: person.user_id };
  const fresh = $api.useQuery("get", "/api/v1/partners/{slug}/people/{user_id}/", { params: { path } });

  async function save() {
    try {
      await change.mutateAsync({
        params: { path, header: { "If-Match": ifMatch(version) } },
        body: { roles },
      });
      onClose();
    } catch (error) {
      if (asProblem(error).status !== 412) return;
      const { data } = await fresh.refetch();
      if (data) {
        setVersion(data.version);
        setNow(data);
      }
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Roles of ${person.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        <RolesInput value={roles} onChange={setRoles} />
        <Text size="sm" c="dimmed">
          <Trans>The change counts from the person's next click.</Trans>
        </Text>
        {now && <Meanwhile person={now} onTake={() => setRoles(now.roles)} />}
        <ProblemAlert problem={change.error} />
        <DialogFoot onCancel={onClose}>
          <Button onClick={() => void save()} loading={change.isPending} disabled={roles.length === 0}>
            <Trans>Save</Trans>
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

function Meanwhile({ person, onTake }: { person: Schemas["Colleague"]; onTake: () => void }) {
  const { t } = useLingui();
  const there = person.roles.join(", ");
  return (
    <Group justify="space-between" role="status">
      <Text size="sm">{t`Somebody else has changed the roles meanwhile. There now: ${there}`}</Text>
      <Button size="xs" variant="default" onClick={onTake}>
        <Trans>Take these</Trans>
      </Button>
    </Group>
  );
}

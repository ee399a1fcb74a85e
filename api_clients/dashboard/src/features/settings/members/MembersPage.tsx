import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { ROLE } from "@/lib/words";
import { AccessDialog } from "./AccessDialog";
import { Invitations } from "./Invitations";
import { InviteDialog } from "./InviteDialog";
import { LeaveDialog } from "./LeaveDialog";
import { RolesDialog } from "./RolesDialog";
import { RolesExplained } from "./RolesExplained";

type Colleague = Schemas["Colleague"];

/** Who works here in which roles, who was asked to join, and what each role may do. */
export default function MembersPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const [inviting, setInviting] = useState<Partial<Colleague> | null>(null);
  const [changed, setChanged] = useState<Colleague | null>(null);
  const [helped, setHelped] = useState<Colleague | null>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const people = $api.useQuery("get", "/api/v1/partners/{slug}/people/", {
    params: { path: { slug }, query: { page_size: 200 } },
  });
  const colleagues = people.data?.results ?? [];
  return (
    <Stack gap="xl">
      <div>
        <PageTitle
          name={t`Members`}
          actions={
            <Button onClick={() => setInviting({})}>
              <Trans>Invite somebody</Trans>
            </Button>
          }
        />
        <Loaded query={people} empty={t`Nobody works here yet.`}>
          {({ results }) => (
            <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
              {results.map((one) => (
                <Member
                  key={one.user_id}
                  person={one}
                  onRoles={() => setChanged(one)}
                  onAccess={() => setHelped(one)}
                  onLeave={() => setLeaving(one)}
                  onInvite={() => setInviting(one)}
                />
              ))}
            </Stack>
          )}
        </Loaded>
      </div>
      <Invitations slug={slug} />
      <RolesExplained />
      {inviting && <InviteDialog slug={slug} person={inviting} onClose={() => setInviting(null)} />}
      {changed && <RolesDialog slug={slug} person={changed} onClose={() => setChanged(null)} />}
      {helped && <AccessDialog slug={slug} person={helped} onClose={() => setHelped(null)} />}
      {leaving && (
        <LeaveDialog slug={slug} person={leaving} colleagues={colleagues} onClose={() => setLeaving(null)} />
      )}
    </Stack>
  );
}

interface MemberProps {
  person: Colleague;
  onRoles: () => void;
  onAccess: () => void;
  onLeave: () => void;
  onInvite: () => void;
}

function Member({ person, onRoles, onAccess, onLeave, onInvite }: MemberProps) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const { me } = useSession();
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={4} miw={0}>
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {person.name}
            {person.user_id === me.id && (
              <Text span c="dimmed" fw={400}>
                {" "}
                <Trans>(you)</Trans>
              </Text>
            )}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {person.email} · <Trans>since {dates.shortDay(person.since)}</Trans>
          </Text>
          <Group gap={6}>
            {person.roles.map((role) => (
              <Badge key={role} variant="light" tt="none">
                {word(ROLE, role)}
              </Badge>
            ))}
            {!person.has_second_factor && (
              <Badge color="gray" variant="light" tt="none">
                <Trans>No second step</Trans>
              </Badge>
            )}
            {!person.has_password && (
              <Badge color="orange" variant="light" tt="none">
                <Trans>Cannot sign in yet</Trans>
              </Badge>
            )}
          </Group>
        </Stack>
        <Group gap="xs">
          {!person.has_password && (
            <Button size="xs" variant="default" onClick={onInvite} aria-label={t`Invite ${person.name}`}>
              <Trans>Invite</Trans>
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={onRoles}
            aria-label={t`Change the roles of ${person.name}`}
          >
            <Trans>Change roles</Trans>
          </Button>
          {person.user_id !== me.id && (
            <Button
              size="xs"
              variant="default"
              onClick={onAccess}
              aria-label={t`Help ${person.name} to sign in`}
            >
              <Trans>Sign-in…</Trans>
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={onLeave}
            aria-label={t`${person.name} leaves the organisation`}
          >
            <Trans>Leaves…</Trans>
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

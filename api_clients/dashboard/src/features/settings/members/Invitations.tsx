import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Modal, Paper, Stack, Text, Title } from "@mantine/core";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { INVITATION_MAIL, INVITATION_STATE, ROLE } from "@/lib/words";
import { LinkToHandOver } from "./LinkToHandOver";

type Invitation = Schemas["Invitation"];

/** Who was asked to join and has not come yet; what was taken up or withdrawn says so for a while. */
export function Invitations({ slug }: { slug: string }) {
  const { t } = useLingui();
  const invitations = $api.useQuery("get", "/api/v1/partners/{slug}/invitations/", {
    params: { path: { slug } },
  });
  return (
    <Stack gap="xs" component="section" aria-label={t`Invitations`}>
      <Title order={2} size="h4">
        <Trans>Invitations</Trans>
      </Title>
      <Loaded query={invitations} empty={t`Nobody was invited lately.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <Row key={one.id} slug={slug} invitation={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function Row({ slug, invitation }: { slug: string; invitation: Invitation }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const params = {
    path: { slug, invitation_id: invitation.id },
    header: { "If-Match": ifMatch(invitation.version) },
  };
  const renew = $api.useMutation("post", "/api/v1/partners/{slug}/invitations/{invitation_id}/renew/");
  const withdraw = $api.useMutation("post", "/api/v1/partners/{slug}/invitations/{invitation_id}/withdraw/");
  const waits = invitation.state === "open" || invitation.state === "expired";
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={4} miw={0}>
          <Text style={{ overflowWrap: "anywhere" }}>
            {invitation.name} · {invitation.email}
          </Text>
          <Group gap={6}>
            <Badge
              tt="none"
              variant="light"
              color={
                invitation.state === "open" ? "blue" : invitation.state === "accepted" ? "green" : "gray"
              }
            >
              {word(INVITATION_STATE, invitation.state)}
            </Badge>
            <Text size="sm" c="dimmed">
              {invitation.roles.map((role) => word(ROLE, role)).join(", ")}
              {invitation.state === "open" && <> · {t`until ${dates.moment(invitation.expires_at)}`}</>}
              {waits && <> · {word(INVITATION_MAIL, invitation.mail)}</>}
            </Text>
          </Group>
          <ProblemAlert problem={renew.error ?? withdraw.error} />
        </Stack>
        {waits && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              loading={renew.isPending}
              onClick={() => renew.mutate({ params })}
              aria-label={t`Invite ${invitation.name} once more`}
            >
              <Trans>Once more</Trans>
            </Button>
            <ConfirmButton
              size="xs"
              variant="default"
              question={t`The link opens nothing any more.`}
              onConfirm={() => withdraw.mutate({ params })}
            >
              <Trans>Withdraw</Trans>
            </ConfirmButton>
          </Group>
        )}
      </Group>
      <Modal
        opened={renew.data !== undefined}
        onClose={renew.reset}
        title={t`Invited once more`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        {renew.data && <LinkToHandOver invitation={renew.data} />}
      </Modal>
    </Paper>
  );
}

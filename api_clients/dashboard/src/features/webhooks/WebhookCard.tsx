import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Badge, Button, Group, Modal, Paper, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { WEBHOOK_EVENT_TYPE, WEBHOOK_OFF_REASON } from "@/lib/words";
import type { Webhook } from "./api";
import { Secret } from "./NewWebhook";
import { WebhookForm } from "./WebhookForm";

const ONE = "/api/v1/partners/{slug}/webhooks/{webhook_id}/" as const;

/** One webhook: where it points, how it is, what may be done with it. */
export function WebhookCard({ slug, webhook }: { slug: string; webhook: Webhook }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const [changing, setChanging] = useState(false);
  const change = $api.useMutation("patch", ONE);
  const params = {
    path: { slug, webhook_id: webhook.id },
    header: { "If-Match": ifMatch(webhook.version) },
  };
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Stack gap={4} miw={0}>
            <Text fw={600}>{webhook.description || t`Webhook`}</Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {webhook.address}
            </Text>
          </Stack>
          <Switch
            label={t`Switched on`}
            checked={webhook.is_on}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ params, body: { is_on: event.currentTarget.checked } })}
          />
        </Group>
        <Group gap={6}>
          {webhook.events.map((one) => (
            <Badge key={one} variant="light" tt="none">
              {word(WEBHOOK_EVENT_TYPE, one)}
            </Badge>
          ))}
        </Group>
        {webhook.off_because && webhook.off_because !== "by_hand" && (
          <Alert color="red">{word(WEBHOOK_OFF_REASON, webhook.off_because)}</Alert>
        )}
        <Text size="sm" c="dimmed">
          {webhook.last_success_at
            ? t`Last arrived: ${dates.moment(webhook.last_success_at)}`
            : t`Nothing has arrived yet.`}
          {webhook.previous_secret_until &&
            ` ${t`The old secret signs, too, until ${dates.moment(webhook.previous_secret_until)}.`}`}
        </Text>
        <ProblemAlert problem={changing ? null : change.error} />
        <Steps slug={slug} webhook={webhook} onChange={() => setChanging(true)} />
      </Stack>
      {changing && (
        <Modal
          opened
          onClose={() => setChanging(false)}
          title={t`Change the webhook`}
          closeButtonProps={{ "aria-label": t`Close` }}
        >
          <WebhookForm
            webhook={webhook}
            problem={change.error}
            busy={change.isPending}
            submit={<Trans>Save</Trans>}
            onCancel={() => setChanging(false)}
            onSubmit={(body) => change.mutate({ params, body }, { onSuccess: () => setChanging(false) })}
          />
        </Modal>
      )}
    </Paper>
  );
}

function Steps({ slug, webhook, onChange }: { slug: string; webhook: Webhook; onChange: () => void }) {
  const { t } = useLingui();
  const rotate = $api.useMutation("post", `${ONE}rotate_secret/`);
  const trial = $api.useMutation("post", `${ONE}try/`);
  const drop = $api.useMutation("delete", ONE);
  const path = { slug, webhook_id: webhook.id };
  const held = { path, header: { "If-Match": ifMatch(webhook.version) } };
  return (
    <>
      <Group gap="xs">
        <Anchor component={Link} to={`/settings/webhooks/${webhook.id}`} size="sm">
          <Trans>What was sent</Trans>
        </Anchor>
        <Button size="xs" variant="default" onClick={onChange}>
          <Trans>Change</Trans>
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!webhook.is_on}
          loading={trial.isPending}
          onClick={() => trial.mutate({ params: { path } })}
        >
          <Trans>Try it</Trans>
        </Button>
        <ConfirmButton
          size="xs"
          variant="default"
          question={t`A new secret is made. For a day the old one signs beside it.`}
          onConfirm={() => rotate.mutate({ params: held, body: { overlap_hours: 24 } })}
        >
          <Trans>New secret</Trans>
        </ConfirmButton>
        <ConfirmButton
          size="xs"
          variant="default"
          question={t`The webhook and the list of what was sent are taken away for good.`}
          onConfirm={() => drop.mutate({ params: held })}
        >
          <Trans>Take away</Trans>
        </ConfirmButton>
      </Group>
      {trial.data && (
        <Text size="sm" role="status">
          <Trans>A message without content is on its way.</Trans>
        </Text>
      )}
      <ProblemAlert problem={rotate.error ?? trial.error ?? drop.error} />
      {rotate.data && (
        <Modal
          opened
          onClose={rotate.reset}
          title={t`New secret`}
          closeButtonProps={{ "aria-label": t`Close` }}
          closeOnClickOutside={false}
        >
          <Secret value={rotate.data.secret} onClose={rotate.reset} />
        </Modal>
      )}
    </>
  );
}

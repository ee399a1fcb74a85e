import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { CASE_KIND, DECLINE_REASON, TRANSFER_STATE } from "@/lib/words";
import { Decline } from "./Decline";
import { usePartners } from "./usePartners";

type Transfer = Schemas["Transfer"];

/** A case that is, or was, offered for good; with what this side may do. */
export function TransferCard({ transfer }: { transfer: Transfer }) {
  const { partner } = useSession();
  const { nameOf } = usePartners();
  const word = useWord();
  const incoming = transfer.to_partner === partner?.slug;
  const name = nameOf(incoming ? transfer.from_partner : transfer.to_partner);
  const facts = [word(CASE_KIND, transfer.kind), transfer.category?.name, transfer.place?.name];
  return (
    <Card withBorder padding="sm" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <Stack gap={2} flex={1} miw={200}>
            <Text fw={600}>
              {incoming ? (
                <Trans>{name} offers you a case for good</Trans>
              ) : (
                <Trans>Offered for good to {name}</Trans>
              )}
            </Text>
            <Text size="sm">{facts.filter(Boolean).join(" · ")}</Text>
            <Days transfer={transfer} />
          </Stack>
          <Badge variant="dot" tt="none" color={transfer.state === "accepted" ? "green" : "gray"}>
            {word(TRANSFER_STATE, transfer.state)}
          </Badge>
        </Group>
        <Said transfer={transfer} />
        {transfer.state === "offered" &&
          (incoming ? <Decide transfer={transfer} /> : <Recall transfer={transfer} />)}
      </Stack>
    </Card>
  );
}

function Days({ transfer }: { transfer: Transfer }) {
  const dates = useDates();
  const on = dates.shortDay(transfer.offered_at);
  const until = transfer.expires_at && dates.moment(transfer.expires_at);
  return (
    <Text size="xs" c="dimmed">
      {until && transfer.state === "offered" ? (
        <Trans>
          offered on {on}, stands until {until}
        </Trans>
      ) : (
        <Trans>offered on {on}</Trans>
      )}
    </Text>
  );
}

function Said({ transfer }: { transfer: Transfer }) {
  const word = useWord();
  const accepted = transfer.state === "accepted";
  if (accepted) {
    return (
      <Anchor component={Link} to={`/cases/${transfer.case}`} size="sm">
        <Trans>Open the case</Trans>
      </Anchor>
    );
  }
  return transfer.decline_reason ? (
    <Text size="sm">{word(DECLINE_REASON, transfer.decline_reason)}</Text>
  ) : null;
}

const paramsOf = (transfer: Transfer) => ({
  path: { transfer_id: transfer.id },
  header: { "If-Match": ifMatch(transfer.version) },
});

function Decide({ transfer }: { transfer: Transfer }) {
  const { t } = useLingui();
  const [declining, setDeclining] = useState(false);
  const accept = $api.useMutation("post", "/api/v1/transfers/{transfer_id}/accept/");
  const decline = $api.useMutation("post", "/api/v1/transfers/{transfer_id}/decline/");
  const params = paramsOf(transfer);
  if (declining) {
    return (
      <Decline
        place={`transfer/${transfer.id}`}
        problem={decline.error}
        busy={decline.isPending}
        onCancel={() => setDeclining(false)}
        onSend={(body) => decline.mutateAsync({ params, body })}
      />
    );
  }
  return (
    <>
      <Group gap="xs">
        <ConfirmButton
          size="xs"
          loading={accept.isPending}
          question={t`The case becomes yours: it gets your number and comes to your triage.`}
          onConfirm={() => accept.mutate({ params })}
        >
          <Trans>Take the case over</Trans>
        </ConfirmButton>
        <Button size="xs" variant="default" onClick={() => setDeclining(true)}>
          <Trans>Decline</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={accept.error} />
    </>
  );
}

function Recall({ transfer }: { transfer: Transfer }) {
  const { t } = useLingui();
  const recall = $api.useMutation("post", "/api/v1/transfers/{transfer_id}/recall/");
  return (
    <>
      <Group>
        <ConfirmButton
          size="xs"
          variant="default"
          loading={recall.isPending}
          question={t`Take the offer back? The case stays yours.`}
          onConfirm={() => recall.mutate({ params: paramsOf(transfer) })}
        >
          <Trans>Take the offer back</Trans>
        </ConfirmButton>
      </Group>
      <ProblemAlert problem={recall.error} />
    </>
  );
}

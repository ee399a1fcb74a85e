import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { IDENTITY_FIELD, IDENTITY_REQUEST_REASON, IDENTITY_REQUEST_STATE } from "@/lib/words";
import { Reading } from "./Reading";
import { held, type Request, ROOM, step } from "./requests";

/** A request in its case: what was asked, what came of it, and the identity itself while it may be read. */
export function RequestCard({ caseId, request }: { caseId: string; request: Request }) {
  const word = useWord();
  const dates = useDates();
  const withdraw = $api.useMutation("post", `${ROOM}{request_id}/withdraw/`);
  useForgottenReader(request);
  const path = { case_id: caseId, request_id: request.id };
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{word(IDENTITY_REQUEST_REASON, request.reason)}</Text>
          <Badge variant="light" tt="none">
            {word(IDENTITY_REQUEST_STATE, request.state)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {request.requester?.name} · {dates.moment(request.requested_at)} ·{" "}
          {request.wanted.map((one) => word(IDENTITY_FIELD, one)).join(", ")}
        </Text>
        {request.text && (
          <Text size="sm" className="words">
            {request.text}
          </Text>
        )}
        {request.answer && (
          <Text size="sm" className="words">
            {request.decided_by?.name}: {request.answer}
          </Text>
        )}
        <Readiness request={request} />
        {request.state === "approved" && step(request, "read").free && (
          <Reading caseId={caseId} requestId={request.id} readerKey={request.reader_key} />
        )}
        <ProblemAlert problem={withdraw.error} />
        {step(request, "withdraw").free && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={withdraw.isPending}
            style={{ alignSelf: "flex-start" }}
            onClick={() => withdraw.mutate({ params: { path, header: held(request.version) } })}
          >
            <Trans>I do not need it any more</Trans>
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** Nothing comes of an ended request: the key with which it would be read goes. */
function useForgottenReader({ reader_key: key, state }: Request) {
  const over = key !== "" && state !== "requested" && state !== "approved";
  useEffect(() => {
    if (over) void import("./sealing/readers").then(({ forgetReader }) => forgetReader(key));
  }, [over, key]);
}

function Readiness({ request }: { request: Request }) {
  const { t } = useLingui();
  const dates = useDates();
  const reading = step(request, "read");
  if (request.state !== "approved" || !reading.shown) return null;
  const opens = request.opens_at ? dates.moment(request.opens_at) : "";
  const until = dates.moment(request.expires_at);
  return (
    <Text size="sm">
      {!reading.free
        ? t`It opens ${opens}, because your organisation has one custodian.`
        : request.first_read_at
          ? t`You may read it until ${until}.`
          : t`Read it for the first time before ${until}; then the minutes count.`}
    </Text>
  );
}

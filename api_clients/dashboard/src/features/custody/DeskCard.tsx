import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Busy } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, IDENTITY_FIELD, IDENTITY_REQUEST_REASON, IDENTITY_REQUEST_STATE } from "@/lib/words";
import { DESK, held, type RequestAtDesk, step } from "./requests";

const SealedApproval = lazy(async () => ({
  default: (await import("./sealing/SealedApproval")).SealedApproval,
}));

/** One request, with what is needed to decide on it. */
export function DeskCard({ request }: { request: RequestAtDesk }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const about = [request.reference, request.kind && word(CASE_KIND, request.kind)]
    .filter(Boolean)
    .join(" · ");
  const wanted = request.wanted.map((one) => word(IDENTITY_FIELD, one)).join(", ");
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {request.requester?.name}: {word(IDENTITY_REQUEST_REASON, request.reason)}
          </Text>
          <Badge variant="light" tt="none">
            {word(IDENTITY_REQUEST_STATE, request.state)}
          </Badge>
        </Group>
        <Text size="sm">
          {request.case ? (
            <Anchor component={Link} to={`/cases/${request.case}`}>
              {about}
            </Anchor>
          ) : (
            about || t`A case that is not open to you`
          )}
        </Text>
        <Text size="sm">{t`${wanted}, for ${request.minutes} minutes`}</Text>
        {request.text && (
          <Text size="sm" className="words">
            {request.text}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {dates.moment(request.requested_at)}
          {request.decided_by && ` · ${request.decided_by.name}`}
          {request.readings > 0 && ` · ${t`read ${request.readings} times`}`}
        </Text>
        {request.delayed && request.state === "approved" && request.opens_at && (
          <Alert color="orange">
            <Trans>
              Approved by your only custodian. It opens {dates.moment(request.opens_at)}, unless you end it.
            </Trans>
          </Alert>
        )}
        <Steps request={request} />
      </Stack>
    </Paper>
  );
}

function Steps({ request }: { request: RequestAtDesk }) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState("");
  const approve = $api.useMutation("post", `${DESK}{request_id}/approve/`);
  const decline = $api.useMutation("post", `${DESK}{request_id}/decline/`);
  const end = $api.useMutation("post", `${DESK}{request_id}/end/`);
  const params = { path: { request_id: request.id }, header: held(request.version) };
  const approving = step(request, "approve");
  return (
    <>
      {approving.why && (
        <Text size="sm" c="dimmed">
          {approving.why}
        </Text>
      )}
      {approving.free && (
        <>
          <Textarea
            label={t`What you say to who asked (may be left out)`}
            autosize
            maxLength={2_000}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          {request.sealed && (
            <Suspense fallback={<Busy />}>
              <SealedApproval request={request} answer={answer} />
            </Suspense>
          )}
          <Group gap="xs">
            {!request.sealed && (
              <Button
                size="xs"
                loading={approve.isPending}
                onClick={() => approve.mutate({ params, body: { answer } })}
              >
                <Trans>Approve</Trans>
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              loading={decline.isPending}
              onClick={() => decline.mutate({ params, body: { answer } })}
            >
              <Trans>Decline</Trans>
            </Button>
          </Group>
        </>
      )}
      {step(request, "end").free && (
        <ConfirmButton
          size="xs"
          variant="default"
          style={{ alignSelf: "flex-start" }}
          question={t`What was approved closes at once.`}
          onConfirm={() => end.mutate({ params })}
        >
          <Trans>End it</Trans>
        </ConfirmButton>
      )}
      <ProblemAlert problem={approve.error ?? decline.error ?? end.error} />
    </>
  );
}

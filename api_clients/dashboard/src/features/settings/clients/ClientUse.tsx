import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { counted } from "@/lib/dates";
import { fieldErrors } from "@/lib/problems";

interface Props {
  slug: string;
  client: Schemas["ApiClient"];
}

/** What a program has asked for today, of what it may; and a lower limit of the organisation's own. */
export function ClientUse({ slug, client }: Props) {
  const [changing, setChanging] = useState(false);
  const used = counted(client.used_today);
  const quota = client.daily_quota === null ? null : counted(client.daily_quota);
  if (client.ended_at) return null;
  return (
    <>
      <Group gap="xs">
        <Text size="sm">
          {quota === null ? (
            <Trans>{used} points used today</Trans>
          ) : (
            <Trans>
              {used} of {quota} points used today
            </Trans>
          )}
        </Text>
        {!changing && (
          <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)}>
            <Trans>Change the limit</Trans>
          </Button>
        )}
      </Group>
      {changing && <LimitForm slug={slug} client={client} onClose={() => setChanging(false)} />}
    </>
  );
}

function LimitForm({ slug, client, onClose }: Props & { onClose: () => void }) {
  const { t } = useLingui();
  const change = $api.useMutation("patch", "/api/v1/partners/{slug}/clients/{client_id}/");
  const [quota, setQuota] = useState<number | "">(client.own_daily_quota ?? "");
  const wrong = change.error ? fieldErrors(change.error) : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const params = {
          path: { slug, client_id: client.client_id },
          header: { "If-Match": ifMatch(client.version) },
        };
        change.mutate({ params, body: { daily_quota: quota === "" ? null : quota } }, { onSuccess: onClose });
      }}
    >
      <Group align="flex-end" gap="xs">
        <NumberInput
          size="xs"
          label={t`Points a day`}
          description={t`A read costs 1, a change 2, an export, a report or a search 10. Empty: as much as the installation allows.`}
          min={1}
          allowDecimal={false}
          value={quota}
          error={wrong.daily_quota}
          onChange={(next) => setQuota(typeof next === "number" ? next : "")}
        />
        <Button size="xs" type="submit" loading={change.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
      {!wrong.daily_quota && <ProblemAlert problem={change.error} />}
    </form>
  );
}

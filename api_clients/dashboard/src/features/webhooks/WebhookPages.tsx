import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Route, Routes } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api } from "@/lib/api";
import { useSession } from "@/lib/session";
import { DeliveryLog } from "./DeliveryLog";
import { NewWebhook } from "./NewWebhook";
import { WebhookCard } from "./WebhookCard";

/** `/dashboard/settings/webhooks/`: programs of the organisation that are told of events. */
export function WebhookPages() {
  const slug = useSession().partner?.slug ?? "";
  return (
    <Routes>
      <Route index element={<WebhookList slug={slug} />} />
      <Route path=":webhookId/*" element={<DeliveryLog slug={slug} />} />
    </Routes>
  );
}

function WebhookList({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const webhooks = $api.useQuery("get", "/api/v1/partners/{slug}/webhooks/", { params: { path: { slug } } });
  return (
    <Stack>
      <PageTitle
        name={t`Webhooks`}
        actions={
          <Button onClick={() => setAdding(true)}>
            <Trans>Add a webhook</Trans>
          </Button>
        }
      />
      <Text size="sm" c="dimmed">
        <Trans>
          A program of yours is told when something happens to a case: ids and codes, never words or names. It
          reads the rest through the interface, with its own rights. Nothing of restricted cases is told.
        </Trans>
      </Text>
      <Loaded query={webhooks} empty={t`There is no webhook.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <WebhookCard key={one.id} slug={slug} webhook={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      {adding && <NewWebhook slug={slug} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

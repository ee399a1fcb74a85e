import { useLingui } from "@lingui/react/macro";
import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api } from "@/lib/api";
import { DeskCard } from "./DeskCard";
import { DESK } from "./requests";

const WHICH = ["waiting", "running", "past"] as const;
type Which = (typeof WHICH)[number];

/** `/dashboard/identities`: what custodians decide, and what coordinators are warned of. */
export function RequestsPage() {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const asked = params.get("which");
  const which: Which = WHICH.find((one) => one === asked) ?? "waiting";
  const query = $api.useQuery("get", DESK, { params: { query: { which, page_size: 200 } } });
  const names: Record<Which, string> = { waiting: t`To be decided`, running: t`Approved`, past: t`Over` };
  return (
    <Stack>
      <PageTitle name={t`Requests for identities`} />
      <Text size="sm" c="dimmed">
        {t`Colleagues ask to know who a complainant is. You decide by their reason, and are shown nothing of the complaint. Nobody decides on what they asked for themselves.`}
      </Text>
      <SegmentedControl
        size="xs"
        style={{ alignSelf: "flex-start" }}
        aria-label={t`Which requests`}
        value={which}
        onChange={(chosen) => setParams(chosen === "waiting" ? {} : { which: chosen }, { replace: true })}
        data={WHICH.map((one) => ({ value: one, label: names[one] }))}
      />
      <Loaded query={query} empty={t`There is no request.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <DeskCard key={one.id} request={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

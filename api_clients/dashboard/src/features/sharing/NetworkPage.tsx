import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Chip, Group, Stack, Tabs } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api, api, type Schemas } from "@/lib/api";
import { useSession } from "@/lib/session";
import { PartnerReferralCard } from "./PartnerReferralCard";
import { TransferCard } from "./TransferCard";

type Direction = Schemas["ReferralDirection"];
type State = Schemas["PartnerReferralState"];
const UNDER_WAY: State[] = ["offered", "accepted", "in_service"];
const TABS = ["in", "out", "transfers"] as const;

/** What other partners ask of us, what we asked of them, and cases offered for good. The tab is in the address. */
export function NetworkPage() {
  const { t } = useLingui();
  const { may } = useSession();
  const [address, setAddress] = useSearchParams();
  const asked = address.get("show");
  const tab = TABS.find((one) => one === asked) ?? "in";
  const ended = address.get("ended") === "1";
  const show = (next: string | null) => setAddress({ show: next ?? "in", ...(ended ? { ended: "1" } : {}) });
  return (
    <>
      <PageTitle name={t`Between partners`} />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="in">
            <Trans>Asked of us</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="out">
            <Trans>Asked by us</Trans>
          </Tabs.Tab>
          {may("share_cases") && (
            <Tabs.Tab value="transfers">
              <Trans>Offered for good</Trans>
            </Tabs.Tab>
          )}
        </Tabs.List>
        {tab !== "transfers" && (
          <Chip
            mb="md"
            checked={ended}
            onChange={(on) => setAddress({ show: tab, ...(on ? { ended: "1" } : {}) })}
          >
            <Trans>With what has ended</Trans>
          </Chip>
        )}
        <Tabs.Panel value="in">
          <Referrals direction="in" ended={ended} />
        </Tabs.Panel>
        <Tabs.Panel value="out">
          <Referrals direction="out" ended={ended} />
        </Tabs.Panel>
        <Tabs.Panel value="transfers">{may("share_cases") && <TransferList />}</Tabs.Panel>
      </Tabs>
    </>
  );
}

function Referrals({ direction, ended }: { direction: Direction; ended: boolean }) {
  const { t } = useLingui();
  const query = useInfiniteQuery({
    queryKey: ["partner-referrals", direction, ended],
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) => {
      const state = ended ? {} : { state: UNDER_WAY };
      const cursor = pageParam ? { cursor: pageParam } : {};
      const asked = { params: { query: { direction, page_size: 25, ...state, ...cursor } }, signal };
      const { data } = await api.GET("/api/v1/partner-referrals/", asked);
      return data ?? { next: null, results: [] };
    },
    select: (found) => found.pages.flatMap((one) => one.results),
    getNextPageParam: (last) => (last.next ? new URL(last.next).searchParams.get("cursor") : null),
  });
  const empty =
    direction === "in"
      ? t`No other partner asks you for help at the moment.`
      : t`You have asked no other partner for help.`;
  return (
    <Loaded query={query} empty={empty}>
      {(found) => (
        <Stack maw={820}>
          {found.map((one) => (
            <PartnerReferralCard key={one.id} row={one} />
          ))}
          {query.hasNextPage && (
            <Group>
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                <Trans>Show more</Trans>
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function TransferList() {
  const { t } = useLingui();
  const query = $api.useQuery("get", "/api/v1/transfers/", { params: { query: { page_size: 100 } } });
  return (
    <Loaded query={query} empty={t`No case was offered for good, by you or to you.`}>
      {({ results }) => (
        <Stack maw={820}>
          {[...results].sort(openFirst).map((one) => (
            <TransferCard key={one.id} transfer={one} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

const openFirst = (one: Schemas["Transfer"], other: Schemas["Transfer"]) =>
  Number(other.state === "offered") - Number(one.state === "offered");

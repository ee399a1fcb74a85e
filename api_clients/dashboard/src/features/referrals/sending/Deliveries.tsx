import { useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api } from "@/lib/api";
import { type Place, type Referral, reading } from "../queries";
import { DeliveryCard } from "./DeliveryCard";

/** As long as a mail is on its way somebody waits for news of it. */
const SOON = 5_000;

export function useDeliveries(place: Place) {
  return $api.useQuery("get", "/api/v1/cases/{case_id}/referrals/{referral_id}/deliveries/", reading(place), {
    refetchInterval: (query) =>
      query.state.data?.results.some((one) => one.state === "under_way") ? SOON : false,
  });
}

/** Every attempt to bring the letter there, the newest first. */
export function Deliveries({ place }: { place: Place; referral: Referral }) {
  const { t } = useLingui();
  const deliveries = useDeliveries(place);
  return (
    <Loaded query={deliveries} empty={t`The letter has not left yet.`}>
      {({ results }) => (
        <Stack gap="sm">
          {[...results].reverse().map((one) => (
            <DeliveryCard key={one.id} place={place} delivery={one} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

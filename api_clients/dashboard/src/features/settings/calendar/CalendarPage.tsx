import { useLingui } from "@lingui/react/macro";
import { Select, Stack, Tabs } from "@mantine/core";
import { useState } from "react";
import { PageTitle } from "@/components/PageTitle";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { PARTNER_COUNTRY } from "@/lib/words";
import { DeadlineRules } from "./DeadlineRules";
import { Overrides } from "./Overrides";

type Country = Schemas["PartnerCountry"];

/** Days that decrees made free or working, and the terms of the law. */
export default function CalendarPage() {
  const { t } = useLingui();
  const word = useWord();
  const [country, setCountry] = useState<Country>(useSession().partner?.country ?? "AL");
  return (
    <Stack>
      <PageTitle name={t`Calendar and terms`} />
      <Select
        label={t`Country`}
        maw={240}
        data={(Object.keys(PARTNER_COUNTRY) as Country[]).map((one) => ({
          value: one,
          label: word(PARTNER_COUNTRY, one),
        }))}
        value={country}
        allowDeselect={false}
        onChange={(next) => next && setCountry(next as Country)}
      />
      <Tabs defaultValue="days" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="days">{t`Days by decree`}</Tabs.Tab>
          <Tabs.Tab value="rules">{t`Terms of the law`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="days">
          <Overrides key={country} country={country} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <DeadlineRules country={country} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

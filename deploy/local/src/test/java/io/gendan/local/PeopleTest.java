package io.gendan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeopleTest {
    private static final String HEADER = "username,name,email,unit,level,superior,roles,post\n";
    private static final String LEADER = "leader,赵国栋,leader@example.org,HQ,LEADER,,LEAD,分管领导\n";

    @TempDir
    Path folder;

    @Test
    void aSoundFileIsReadWithUnitLevelSuperiorAndRoles() throws IOException {
        People people = read(LEADER + "wang,王磊,wang@example.org,HQ,L1,leader,SALES MERCH,销售代表\n");

        assertThat(people.all()).hasSize(2);
        assertThat(people.all().getLast().roles()).containsExactly("SALES", "MERCH");
        assertThat(people.all().getLast().superior()).isEqualTo("leader");
    }

    @Test
    void everyBadRowIsNamedWithItsLineAndReason() {
        assertRefused(
                LEADER
                        + "Wang,王磊,wang@example.org,HQ,L1,leader,SALES,\n"
                        + "lina,李娜,no-address,HQ,L9,leader,WIZARD,\n"
                        + "leader,李娜,lina@example.org,NOWHERE,L1,leader,SALES,\n",
                "line 3 (Wang): a username is 3–64 lower-case letters",
                "line 4 (lina): the e-mail address is not one",
                "line 4 (lina): unknown level L9",
                "line 4 (lina): unknown role WIZARD",
                "line 5 (leader): unknown unit NOWHERE",
                "line 5 (leader): this username is taken by an earlier line");
    }

    @Test
    void aLoopOfSuperiorsIsRefused() {
        assertRefused(
                LEADER + "aaa,甲,a@example.org,HQ,,bbb,SALES,\n" + "bbb,乙,b@example.org,HQ,,aaa,SUPV,\n",
                "line 3 (aaa): the chain of superiors is a loop",
                "line 4 (bbb): the chain of superiors is a loop");
    }

    @Test
    void aChainThatEndsBeforeALeaderInChargeIsRefused() {
        assertRefused(
                LEADER + "aaa,甲,a@example.org,HQ,,bbb,SALES,\n" + "bbb,乙,b@example.org,HQ,,,SUPV,\n",
                "line 3 (aaa): the chain of superiors ends at bbb before a leader in charge");
    }

    @Test
    void anUnknownSuperiorIsRefused() {
        assertRefused(LEADER + "aaa,甲,a@example.org,HQ,,nobody,SALES,\n", "line 3 (aaa): no such superior: nobody");
    }

    @Test
    void nobodyHoldsTwoRolesThatExcludeEachOther() {
        assertRefused(
                LEADER + "aaa,甲,a@example.org,HQ,,leader,BIZ HEAD,\n" + "bbb,乙,b@example.org,HQ,,leader,ADMIN FIN,\n",
                "line 3 (aaa): one person may not hold both BIZ HEAD",
                "line 4 (bbb): this role goes with no other: ADMIN");
    }

    @Test
    void aCustomerStandsOutsideTheOrganization() {
        assertRefused(
                LEADER + "cust,江苏远景水务有限公司,c@example.org,HQ,,leader,CUST,\n",
                "line 3 (cust): a customer has no unit, level or superior");
    }

    @Test
    void theDemoCompanyHasEveryRoleOfTheRealm() {
        Realm realm = Realm.read(Product.ROOT.resolve("deploy/identity"));

        Set<String> held = realm.people().all().stream()
                .flatMap(person -> person.roles().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(realm.roles()).hasSize(26).containsExactlyInAnyOrderElementsOf(held);
    }

    private void assertRefused(String rows, String... reasons) {
        assertThatThrownBy(() -> read(rows)).isInstanceOf(StackFailure.class).hasMessageContainingAll(reasons);
    }

    private People read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), HEADER + rows);
        Set<String> roles = Set.of("LEAD", "SALES", "MERCH", "SUPV", "HEAD", "BIZ", "ADMIN", "FIN", "CUST");
        return People.read(file, roles, Set.of("HQ"));
    }
}

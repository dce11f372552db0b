package org.iochub.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may depend on whom: model ← api ← core ← faces; routes see model and api alone. */
@AnalyzeClasses(packages = "org.iochub", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {
    private static final String HUB = "org.iochub..";

    @ArchTest
    static final ArchRule modelStandsAlone = classes()
            .that()
            .resideInAPackage("org.iochub.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.iochub.model..",
                    "java..",
                    // The JDK's own, too.
                    "javax.xml..",
                    "com.fasterxml.jackson..",
                    "io.soabase.recordbuilder..");

    @ArchTest
    static final ArchRule apiSeesTheModelOnly = noClasses()
            .that()
            .resideInAPackage("org.iochub.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.iochub.core..",
                    "org.iochub.store..",
                    "org.iochub.reading..",
                    "org.iochub.delivery..",
                    "org.iochub.feed..",
                    "org.iochub.console..",
                    "org.iochub.cluster..",
                    "org.iochub.archive..",
                    "org.iochub.alerts..",
                    "org.iochub.reports..",
                    "org.iochub.management..",
                    "org.iochub.quality..",
                    "org.iochub.declarative..",
                    "org.iochub.deploy..",
                    "org.iochub.shadow..",
                    "org.iochub.shell..",
                    "org.iochub.routes..",
                    "org.iochub.testkit..");

    @ArchTest
    static final ArchRule coreKnowsNoFaceAndNoStore = noClasses()
            .that()
            .resideInAPackage("org.iochub.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.iochub.store..",
                    "org.iochub.reading..",
                    "org.iochub.delivery..",
                    "org.iochub.feed..",
                    "org.iochub.console..",
                    "org.iochub.cluster..",
                    "org.iochub.archive..",
                    "org.iochub.alerts..",
                    "org.iochub.reports..",
                    "org.iochub.management..",
                    "org.iochub.quality..",
                    "org.iochub.declarative..",
                    "org.iochub.deploy..",
                    "org.iochub.shadow..",
                    "org.iochub.shell..",
                    "org.iochub.routes..",
                    "java.sql..",
                    "com.hazelcast..",
                    "javax.ws.rs..");

    @ArchTest
    static final ArchRule routesSeeModelAndApi = noClasses()
            .that()
            .resideInAPackage("org.iochub.routes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.iochub.core..",
                    "org.iochub.store..",
                    "org.iochub.reading..",
                    "org.iochub.delivery..",
                    "org.iochub.feed..",
                    "org.iochub.console..",
                    "org.iochub.cluster..",
                    "org.iochub.archive..",
                    "org.iochub.alerts..",
                    "org.iochub.reports..",
                    "org.iochub.management..",
                    "org.iochub.quality..",
                    "org.iochub.declarative..",
                    "org.iochub.deploy..",
                    "org.iochub.shadow..",
                    "org.iochub.shell..",
                    "org.iochub.testkit..");

    /** One adapter calls SOAP, with the container's CXF: no Camel component that is at hand does. No other needs it. */
    @ArchTest
    static final ArchRule onlyPetitionsCallsSoap = noClasses()
            .that()
            .resideInAPackage("org.iochub.routes..")
            .and()
            .resideOutsideOfPackage("org.iochub.routes.petitions..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.cxf..", "javax.xml.ws..", "javax.xml.soap..");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther =
            slices().matching("org.iochub.routes.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule facesDoNotKnowEachOther = slices().matching(
                    "org.iochub.(store|archive|alerts|quality|feed|console|cluster|declarative|delivery|deploy|management|reports|shadow|shell)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule bundlesHaveNoCycles =
            slices().matching("org.iochub.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noStaticState = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage(HUB)
            .and()
            .areStatic()
            .and()
            .areNotFinal()
            .should(new NeverExist())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that()
            .resideInAPackage(HUB)
            .and()
            .resideOutsideOfPackages("org.iochub.shell..", "org.iochub.shellclient..")
            .and()
            .doNotHaveSimpleName("RestoreMain") // A program of its own: it speaks to who started it.
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}

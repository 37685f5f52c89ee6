// Runs the veraPDF library on files given: one line of JSON per file and flavour on standard output.
// Usage: java -cp <jar with veraPDF>:<classes> VeraPdfJudge 3u,ua1 file.pdf ...
// The jar leaves out JAXB, so the validation profiles in it are read with the JDK's own XML parser.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraPdfJudge {
    private static final Map<String, String> PROFILES = Map.of("3u", "PDFA-3U", "ua1", "PDFUA-1");
    private static final int FAILURES_SHOWN = 100;

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String flavour : arguments[0].split(",")) profiles.put(flavour, load(PROFILES.get(flavour)));
        for (int i = 1; i < arguments.length; i++)
            for (var profile : profiles.entrySet()) judge(arguments[i], profile.getKey(), profile.getValue());
    }

    private static void judge(String path, String flavour, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), profile.getPDFAFlavour())) {
            ValidationResult result =
                ValidatorFactory.createValidator(profile, FAILURES_SHOWN, false, true, false).validate(parser);
            List<String> failures = new ArrayList<>();
            for (TestAssertion failed : result.getTestAssertions()) failures.add(quoted(describe(failed)));
            System.out.printf("{\"file\": %s, \"flavour\": \"%s\", \"compliant\": %b, \"checks\": %d, \"failures\": [%s]}%n",
                quoted(path), flavour, result.isCompliant(), result.getTotalAssertions(), String.join(", ", failures));
        }
    }

    private static String describe(TestAssertion failed) {
        return failed.getRuleId().getClause() + "-" + failed.getRuleId().getTestNumber() + " "
            + failed.getErrorMessage() + " at " + failed.getLocation().getContext();
    }

    private static ValidationProfile load(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        String resource = "org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream in = VeraPdfJudge.class.getClassLoader().getResourceAsStream(resource)) {
            Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element rule : all(root, "rule")) rules.add(rule(rule));
            Set<Variable> variables = new HashSet<>();
            for (Element v : all(root, "variable"))
                variables.add(Profiles.variableFromValues(
                    v.getAttribute("name"), v.getAttribute("object"), text(v, "defaultValue"), text(v, "value")));
            return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Element error = all(rule, "error").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : all(error, "argument"))
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), optional(argument, "name"), null));
        String deferred = optional(rule, "deferred");
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
            deferred == null ? null : Boolean.valueOf(deferred), optional(rule, "tags"),
            text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(error, "message"), arguments), Collections.emptyList());
    }

    private static String optional(Element element, String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
        return elements;
    }

    private static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static String quoted(String text) {
        String plain = String.valueOf(text).replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + plain.replaceAll("[\\x00-\\x1f]", " ") + "\"";
    }
}

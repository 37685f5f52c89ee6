import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.javarosa.xform.util.XFormAnswerDataSerializer;
import org.javarosa.xform.util.XFormUtils;
import org.opendatakit.validate.StubPropertyManager;
import org.opendatakit.validate.StubReferenceFactory;

/**
 * Fills a form by a script and tells how every node stands: a line for each with path, R (relevant) or -,
 * F (its answer fits the constraint) or !, and value.
 *
 * Usage: java JavaRosaJudge form.xml script.tsv.  Lines of the script: NEW (a fresh entry), SET path value,
 * ADD path (a row at the end of an outermost repeat), TELL.
 */
public class JavaRosaJudge {
    private static FormDef form;
    private static FormEntryController controller;

    public static void main(String[] arguments) throws Exception {
        new XFormsModule().registerModule();
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        PropertyManager.setPropertyManager(new StubPropertyManager());
        ReferenceManager.instance().addReferenceFactory(new StubReferenceFactory());
        byte[] xform = Files.readAllBytes(Path.of(arguments[0]));
        StringBuilder told = new StringBuilder();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            String[] parts = line.split("\t", -1);
            switch (parts[0]) {
                case "NEW" -> begin(xform);
                case "SET" -> set(parts[1], parts[2]);
                case "ADD" -> add(parts[1]);
                default -> {
                    walk(null);
                    tell(form.getMainInstance().getRoot(), "/" + form.getMainInstance().getRoot().getName(), told);
                    told.append("\n");
                }
            }
        }
        System.out.write(told.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static void begin(byte[] xform) throws Exception {
        form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform));
        form.initialize(true, new InstanceInitializationFactory());
        controller = new FormEntryController(new FormEntryModel(form));
        walk(null);
    }

    private static void set(String path, String value) {
        TreeReference reference = TreeReference.rootRef();
        for (String step : path.substring(1).split("/")) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            int row = bracket < 0 ? 1 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
            reference = reference.extendRef(name, row - 1);
        }
        TreeElement element = form.getMainInstance().resolveReference(reference);
        IAnswerData answer =
            value.isEmpty() ? null : XFormAnswerDataParser.getAnswerData(value, element.getDataType(), null);
        form.setValue(answer, reference, true);
    }

    private static void add(String path) {
        walk(path);
    }

    /** Steps through the form, which makes the rows that a count asks for; adds a row where it offers one at path. */
    private static void walk(String path) {
        controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
        int event = controller.stepToNextEvent();
        while (event != FormEntryController.EVENT_END_OF_FORM) {
            FormIndex index = controller.getModel().getFormIndex();
            if (event == FormEntryController.EVENT_QUESTION) {
                look(controller.getModel().getQuestionPrompt(index));
            }
            if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT && plain(index.getReference()).equals(path)) {
                controller.newRepeat(index);
                return;
            }
            event = controller.stepToNextEvent();
        }
    }

    /** Looks at the choices on offer, as a person does: only then is one that is no longer among them let go. */
    private static void look(FormEntryPrompt prompt) {
        if (prompt.getQuestion().getDynamicChoices() != null) {
            prompt.getSelectChoices();
        }
    }

    private static String plain(TreeReference reference) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < reference.size(); i++) {
            path.append('/').append(reference.getName(i));
        }
        return path.toString();
    }

    private static void tell(TreeElement parent, String path, StringBuilder told) {
        for (int i = 0; i < parent.getNumChildren(); i++) {
            TreeElement child = parent.getChildAt(i);
            if (child.getMult() == TreeReference.INDEX_TEMPLATE) {
                continue;
            }
            String row = child.isRepeatable() ? "[" + (child.getMult() + 1) + "]" : "";
            String childPath = path + "/" + child.getName() + row;
            if (child.getNumChildren() > 0) {
                tell(child, childPath, told);
            } else {
                Object value = child.getValue() == null
                    ? ""
                    : new XFormAnswerDataSerializer().serializeAnswerData(child.getValue(), child.getDataType());
                String text = String.valueOf(value).replace("\n", "\\n");
                boolean fits = child.getValue() == null || form.evaluateConstraint(child.getRef(), child.getValue());
                told.append(childPath).append('\t').append(child.isRelevant() ? 'R' : '-');
                told.append('\t').append(fits ? 'F' : '!').append('\t').append(text);
                told.append('\n');
            }
        }
    }
}

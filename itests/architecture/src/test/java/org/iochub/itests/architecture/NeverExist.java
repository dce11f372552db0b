package org.iochub.itests.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Every field that gets here is one too many. */
final class NeverExist extends ArchCondition<JavaField> {
    NeverExist() {
        super("not exist: state lives in objects that somebody owns");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is static and not final"));
    }
}

package congressbot.dev.sabotage;

import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.AccessFlag;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Puts a call of [Hooks] at every cut, while a class is loaded.
final class Weaver implements ClassFileTransformer {
    private static final ClassDesc HOOKS = ClassDesc.of(Hooks.class.getName());
    private static final MethodTypeDesc REACHED =
            MethodTypeDesc.of(CD_Object, CD_Object, CD_String, CD_Object.arrayType());
    private static final MethodTypeDesc BOX = MethodTypeDesc.of(CD_Integer, CD_int);
    private static final MethodTypeDesc UNBOX = MethodTypeDesc.of(CD_int);
    private static final int FAILED = 87;

    private final SequencedMap<String, Cut> cuts;

    /// @param cuts by the name under which [Hooks] knows them; of two at one place, the first comes first
    Weaver(SequencedMap<String, Cut> cuts) {
        this.cuts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cuts));
    }

    /// Whatever fails here would leave a class as it is, without a word: a trial that tries nothing.
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        String className = name.replace('/', '.');
        if (cuts.values().stream().noneMatch(cut -> cut.className().equals(className))) {
            return null;
        }
        try {
            return woven(bytes, className);
        } catch (RuntimeException | Error e) {
            System.err.println("the sabotage of " + className + " failed: " + e);
            Runtime.getRuntime().halt(FAILED);
            return null;
        }
    }

    private byte[] woven(byte[] bytes, String className) {
        ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));
        ClassModel model = file.parse(bytes);
        ClassTransform transform = (builder, element) -> {
            if (element instanceof MethodModel method) {
                builder.transformMethod(method, woven(method, className));
            } else {
                builder.with(element);
            }
        };
        return file.transformClass(model, transform);
    }

    private MethodTransform woven(MethodModel method, String className) {
        MethodTransform all = MethodTransform.ACCEPT_ALL;
        for (Map.Entry<String, Cut> cut : cuts.entrySet()) {
            if (hits(cut.getValue(), method, className)) {
                all = all.andThen(
                        MethodTransform.transformingCode(new Insertion(cut.getKey(), cut.getValue(), method)));
            }
        }
        return all;
    }

    private static boolean hits(Cut cut, MethodModel method, String className) {
        return cut.className().equals(className)
                && cut.method().equals(method.methodName().stringValue())
                && cut.parameters() == method.methodTypeSymbol().parameterCount();
    }

    private record Insertion(String name, Cut cut, MethodModel method) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            if (cut.moment() == Cut.Moment.BEFORE) {
                code.aconst_null();
                call(code);
                code.pop();
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (cut.moment() == Cut.Moment.AFTER && element instanceof ReturnInstruction end) {
                leave(code, end.typeKind());
            }
            code.with(element);
        }

        private void leave(CodeBuilder code, TypeKind result) {
            switch (result) {
                case VOID -> {
                    code.aconst_null();
                    call(code);
                    code.pop();
                }
                case REFERENCE -> {
                    call(code);
                    code.checkcast(method.methodTypeSymbol().returnType());
                }
                case INT -> {
                    code.invokestatic(CD_Integer, "valueOf", BOX);
                    call(code);
                    code.checkcast(CD_Integer).invokevirtual(CD_Integer, "intValue", UNBOX);
                }
                case BOOLEAN, BYTE, CHAR, SHORT, LONG, FLOAT, DOUBLE ->
                    throw new IllegalStateException("no cut after a method that returns " + result);
            }
        }

        /// The result lies on the stack, and is replaced there.
        private void call(CodeBuilder code) {
            code.loadConstant(name);
            arguments(code);
            code.invokestatic(HOOKS, "reached", REACHED);
        }

        private void arguments(CodeBuilder code) {
            boolean bound = !method.flags().has(AccessFlag.STATIC);
            MethodTypeDesc type = method.methodTypeSymbol();
            code.loadConstant(type.parameterCount() + (bound ? 1 : 0)).anewarray(CD_Object);
            int place = 0;
            int slot = 0;
            if (bound) {
                put(code, place++, slot++, TypeKind.REFERENCE);
            }
            for (ClassDesc parameter : type.parameterList()) {
                TypeKind kind = TypeKind.from(parameter);
                put(code, place++, slot, kind);
                slot += kind.slotSize();
            }
        }

        private static void put(CodeBuilder code, int place, int slot, TypeKind kind) {
            code.dup().loadConstant(place);
            if (kind == TypeKind.REFERENCE) {
                code.aload(slot);
            } else {
                code.aconst_null();
            }
            code.aastore();
        }
    }
}

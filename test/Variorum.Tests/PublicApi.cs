using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Variorum.Tests;

/// <summary>The library's public members as text, a line each.</summary>
/// <remarks><b>Order.</b> Ordinal, by type, then by line. What the compiler adds to records is left out.</remarks>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static ImmutableArray<string> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes().Select(type => (Type: type, Name: Name(type)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(t => Members(t.Type).Order(StringComparer.Ordinal).Prepend(Head(t.Type) + " " + t.Name).Select((line, i) => i == 0 ? line : "  " + line)),
    ];

    private static string Head(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : (HouseRules.IsRecord(type) ? "record " : "") + (type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : "class");

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        var constructors = type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})");
        var properties = type.GetProperties(Declared).Select(p => $"{Static(p.GetMethod ?? p.SetMethod!)}{Name(p.PropertyType)} {p.Name}{Setter(p)}");
        var methods = type.GetMethods(Declared).Where(m => !IsImplied(type, m)).Select(m => $"{Static(m)}{Name(m.ReturnType)} {m.Name}({Parameters(m)})");
        var fields = type.GetFields(Declared).Select(f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}");
        return constructors.Concat(properties).Concat(methods).Concat(fields);
    }

    private static bool IsImplied(Type type, MethodInfo method) =>
        (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || method.IsDefined(typeof(CompilerGeneratedAttribute))
        || method.Name.Contains('<', StringComparison.Ordinal)
        || (HouseRules.IsRecord(type) && method.Name == "Deconstruct");

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " { init; }" : " { set; }";

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? "?" : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (!type.IsGenericType)
        {
            return type.Namespace is "Variorum" or null || !type.Namespace.StartsWith("Variorum.", StringComparison.Ordinal) ? type.Name : $"{type.Namespace["Variorum.".Length..]}.{type.Name}";
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ? $"({arguments})" : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>";
    }
}

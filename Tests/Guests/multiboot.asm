; A Multiboot kernel that looks at what it was given.
%include "kernel.inc"

main:
        mov eax, [loader_magic]
        cmp eax, 0x2BADB002
        check "magic in EAX"
        pushfd
        pop eax
        and eax, 0x20200                ; VM, IF
        check "interrupts off"
        mov eax, cr0
        and eax, 0x80000001
        cmp eax, 1
        check "protected, no paging"
        mov ax, ds
        mov cx, ss
        cmp ax, cx
        check "one data segment"
        ; A20: the byte 1 MiB above is another one.
        mov ecx, [0x500]
        mov dword [0x500], 0x12345678
        mov edx, [0x100500]
        mov dword [0x500], 0x9ABCDEF0
        mov eax, [0x100500]
        mov [0x500], ecx
        cmp eax, edx
        check "A20 open"
        mov edi, kernel_last + STACK_SIZE
        mov ecx, (0x10000 - STACK_SIZE) / 4
        xor eax, eax
        repe scasd
        check "zeros behind the image"

        mov eax, [ebx]
        and eax, 0x24F
        cmp eax, 0x24F
        check "flags"
        mov eax, [ebx + 4]
        cmp eax, 639
        check "lower memory"
        show "upper memory", [ebx + 8]
        say "command line "
        mov esi, [ebx + 16]
.name:                                  ; without the kernel's own name
        lodsb
        test al, al
        jz .none
        cmp al, ' '
        jne .name
        call print
.none:  call new_line
        say "loader "
        mov esi, [ebx + 64]
        call print
        call new_line

        show "modules", [ebx + 20]
        mov ebp, [ebx + 20]
        mov edx, [ebx + 24]
.module:
        dec ebp
        js .mapped
        say "module "
        mov esi, [edx + 8]
        call print
        mov eax, [edx]
        test eax, 0xFFF
        jz .aligned
        say " NOT ON A PAGE"
.aligned:
        say ": "
        mov esi, [edx]
.byte:
        cmp esi, [edx + 4]
        jae .end
        lodsb
        call print_character
        jmp .byte
.end:
        call new_line
        add edx, 16
        jmp .module

.mapped:
        mov esi, [ebx + 48]
        mov edx, esi
        add edx, [ebx + 44]
.range:
        cmp esi, edx
        jae .done
        say "range "
        mov eax, [esi + 8]
        call print_hex
        mov eax, [esi + 4]
        call print_hex
        mov al, ' '
        call print_character
        mov eax, [esi + 16]
        call print_hex
        mov eax, [esi + 12]
        call print_hex
        mov al, ' '
        call print_character
        mov eax, [esi + 20]
        call print_hex
        call new_line
        add esi, [esi]
        add esi, 4
        jmp .range
.done:
        ret

        kernel_end

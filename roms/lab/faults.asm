; Exceptions: pages made or copied on demand, processes that must go, faults the kernel expects.

; page_fault(EAX = frame). CR2 is read before anything can fault again; after that, interrupts are as
; they were where the fault came from.
page_fault:
        push ebx
        push esi
        mov ebx, eax
        read_fault_address esi
        test dword [ebx + frame.eflags], FLAG_INTERRUPT
        jz .stay
        enable_interrupts
.stay:
        inc dword [page_faults]
        cmp dword [fs:processor_block.process], 0
        je .bad
        cmp esi, KERNEL_BASE
        jae .bad
        mov eax, esi
        test byte [ebx + frame.error], 1
        jnz .present
        call page_make
        jnz .bad
        jmp .done
.present:
        test byte [ebx + frame.error], 2
        jz .bad
        call page_copy
        jnz .bad
.done:
        pop esi
        pop ebx
        ret
.bad:
        mov [fs:processor_block.address], esi
        mov eax, ebx
        pop esi
        pop ebx
        jmp fault

; Make a page of zeros for the running process at EAX, if it may have one there: ZF when done.
page_make:
        push ebx
        push esi
        mov esi, eax
        mov ebx, [fs:processor_block.process]
        cmp esi, USER_STACK
        jb .heap
        cmp esi, USER_STACK_END
        jb .make
        jmp .refused
.heap:
        cmp esi, USER_HEAP
        jb .refused
        cmp esi, [ebx + process.break]
        jae .refused
.make:
        call frame_take_zeroed
        mov ecx, eax
        or ecx, ENTRY_PRESENT | ENTRY_WRITE | ENTRY_USER
        mov edx, esi
        and edx, -PAGE
        mov eax, [ebx + process.directory]
        call space_map
        inc dword [pages_zeroed]
        mov eax, [ebx + process.block]
        inc dword [KERNEL_BASE + eax + block.zeroed]
        xor eax, eax
        pop esi
        pop ebx
        ret
.refused:
        or eax, 1
        pop esi
        pop ebx
        ret

; The running process writes its page at EAX: copy it if it is shared and to be copied. ZF when it may
; write now.
page_copy:
        push ebx
        push esi
        push edi
        push ebp
        mov esi, eax
        mov edi, [fs:processor_block.process]
        mov eax, [edi + process.directory]
        mov edx, esi
        call space_entry
        test eax, eax
        jz .refused
        mov ebp, eax
        mov ebx, [ebp]
        mov eax, ebx
        and eax, ENTRY_PRESENT | ENTRY_COPY
        cmp eax, ENTRY_PRESENT | ENTRY_COPY
        jne .refused
        mov eax, ebx
        and eax, -PAGE
        call frame_user_count
        cmp eax, 1
        je .alone
        ; A frame of its own, with the same content.
        call frame_take
        push edi
        push esi
        push eax
        mov esi, ebx
        and esi, -PAGE
        push esi
        add esi, KERNEL_BASE
        lea edi, [KERNEL_BASE + eax]
        mov ecx, PAGE / 4
        rep movsd
        pop eax
        call frame_release
        pop eax
        pop esi
        pop edi
        and ebx, PAGE - 1
        or ebx, eax
        inc dword [pages_copied]
        mov eax, [edi + process.block]
        inc dword [KERNEL_BASE + eax + block.copied]
.alone:
        and ebx, ~ENTRY_COPY
        or ebx, ENTRY_WRITE
        store_entry ebp, ebx
        commit_entries
        mov eax, esi
        call forget_page
        xor eax, eax
        jmp .done
.refused:
        or eax, 1
.done:
        pop ebp
        pop edi
        pop esi
        pop ebx
        ret

; fault(EAX = frame): what cannot be put right. A process goes; the kernel goes on where it said, or not
; at all.
fault:
        push ebx
        mov ebx, eax
        mov ecx, [ebx + frame.vector]
        call from_user
        jnz .user
        mov edx, [fs:processor_block.recovery]
        test edx, edx
        jz .panic
        mov [ebx + frame.eip], edx
        mov [fs:processor_block.vector], ecx
        mov eax, [ebx + frame.error]
        mov [fs:processor_block.error], eax
        mov dword [fs:processor_block.recovery], 0
        pop ebx
        ret
.panic:
        disable_interrupts
        call panic_begin
        push dword [ebx + frame.eip]
        push dword [fs:processor_block.address]
        push dword [ebx + frame.error]
        push dword [ebx + frame.vector]
        push dword .panic_text
        call print_line
        mov al, 1
        jmp power_off
        string .panic_text, "panic: exception %b in the kernel, error %w, last page fault at %x, at %x"
.user:
        enable_interrupts
        mov eax, [fs:processor_block.process]
        mov edx, [eax + process.program]
        mov ecx, [ebx + frame.vector]
        say "process %d (%s) stopped: exception %b, error %w at %x", \
          [eax + process.number], [program_names + edx * 4], ecx, [ebx + frame.error], [ebx + frame.eip]
        mov eax, [ebx + frame.vector]
        or eax, KILLED
        jmp process_exit
